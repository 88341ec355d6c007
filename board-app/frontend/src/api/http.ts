import * as v from 'valibot';
import { isWayBack } from '../shell/navigation';
import { ApiError } from './ApiError';
import { readProblem } from './problem';

const TIMEOUT_MS = 15_000;

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string | undefined>;
  /** No copy will do. */
  pastCaches?: boolean | undefined;
  /** The request outlives the page. */
  keepalive?: boolean;
  signal?: AbortSignal | undefined;
}

/**
 * What the head of the page asks for while the page is loading. Browsers take that for the answer to the next request of its
 * mode, whenever that comes: only the first one here is meant to have it.
 */
const ahead = new Set(
  [...document.querySelectorAll('link[rel=preload][as=fetch]')].map((link) => link.getAttribute('href')),
);

/** Sends one request; anything but a 2xx answer is thrown as an ApiError. An abort by the caller stays an abort. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = 'GET', body, pastCaches = false, keepalive = false, signal } = options;
  const response = await fetch(new URL(path, window.location.origin), {
    method,
    keepalive,
    headers: headersOf(options),
    body: body === undefined ? null : JSON.stringify(body),
    mode: ahead.delete(path) && !pastCaches ? 'cors' : 'same-origin',
    cache: isWayBack() ? 'no-cache' : 'default',
    signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
  }).catch((cause: unknown) => {
    throw signal?.aborted ? cause : new ApiError(null);
  });
  if (response.ok) return response;
  throw new ApiError(response.status, await readProblem(response), retryAfterSeconds(response));
}

function headersOf({ body, headers = {}, pastCaches }: RequestOptions): Headers {
  const all = new Headers({ accept: 'application/json, application/problem+json' });
  if (pastCaches) all.set('cache-control', 'no-cache');
  if (body !== undefined) all.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all.set(name, value);
  return all;
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
