import type { Problem } from './problem';

/** Why a request brought no result: no answer came (`status` null), or the answer was a refusal. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number | null;
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(status: number | null, problem: Problem = {}, retryAfterSeconds: number | null = null) {
    super(problem.title ?? (status === null ? 'no answer' : `status ${status}`));
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
