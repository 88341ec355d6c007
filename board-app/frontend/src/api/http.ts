import * as v from 'valibot';
import { ApiError } from './ApiError';
import { readProblem } from './problem';

const TIMEOUT_MS = 15_000;

interface RequestOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Sends one request; anything but a 2xx answer is thrown as an ApiError. An abort by the caller stays an abort. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = 'GET', body, signal } = options;
  const response = await fetch(new URL(path, window.location.origin), {
    method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
  }).catch((cause: unknown) => {
    throw signal?.aborted ? cause : new ApiError(null);
  });
  if (response.ok) return response;
  throw new ApiError(response.status, await readProblem(response), retryAfterSeconds(response));
}

/** The JSON of an answer, if it has the promised shape. */
export async function read<T>(schema: v.GenericSchema<unknown, T>, response: Response): Promise<T> {
  const parsed = v.safeParse(schema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiError(response.status);
  return parsed.output;
}

/** Retry-After holds seconds or a date. */
function retryAfterSeconds(response: Response): number | null {
  const header = response.headers.get('retry-after')?.trim();
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds));
}
