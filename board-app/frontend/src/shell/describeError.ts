import { ApiError } from '../api/ApiError';
import type { Strings } from '../i18n/en';

export interface ErrorDescription {
  title: string;
  detail: string;
  traceId?: string | undefined;
}

/** What the server says goes first; where it says nothing, the catalogue speaks. */
export function describeError(error: Error, { failure }: Strings): ErrorDescription {
  if (!(error instanceof ApiError)) return { title: failure.unexpected, detail: error.message };
  const { status, problem } = error;
  const [title, detail] = wordsFor(status, failure);
  return { title: problem.title ?? title, detail: problem.detail ?? detail, traceId: problem.traceId };
}

function wordsFor(status: number | null, failure: Strings['failure']): [title: string, detail: string] {
  if (status === null) return [failure.unreachable, failure.unreachableDetail];
  if (status === 429) return [failure.tooMany, failure.tooManyDetail];
  if (status >= 502 && status <= 504) return [failure.unavailable, failure.unavailableDetail];
  return [failure.unexpected, failure.unexpectedDetail(status)];
}
