import { HttpResponse, http } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { problem, server } from '../../test/fakeBoard';
import { ApiError } from './ApiError';
import { send } from './http';

const ANY = '*/thing';

async function failureOf(attempt: Promise<unknown>): Promise<ApiError> {
  const error = await attempt.then(
    () => expect.fail('the request went through'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe('a refusal', () => {
  test('keeps the status, the problem and the time to wait', async () => {
    const errors = [{ pointer: '/body', code: 'too-long', message: 'Too long.' }];
    server.use(
      http.get(ANY, () =>
        problem(503, { title: 'Away', detail: 'Soon back.', traceId: 't1', errors }, { 'retry-after': '7' }),
      ),
    );
    const error = await failureOf(send('/thing'));
    expect(error.status).toBe(503);
    expect(error.problem).toMatchObject({ title: 'Away', detail: 'Soon back.', traceId: 't1', errors });
    expect(error.retryAfterSeconds).toBe(7);
  });

  test('loses only those parts of its problem that are malformed', async () => {
    server.use(http.get(ANY, () => problem(422, { title: 7, detail: 'Still readable.', errors: 'none' })));
    const error = await failureOf(send('/thing'));
    expect(error.problem).toMatchObject({ title: undefined, detail: 'Still readable.', errors: undefined });
  });

  test('of a hop that answers in HTML shows none of it', async () => {
    server.use(http.get(ANY, () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })));
    const error = await failureOf(send('/thing'));
    expect(error.status).toBe(502);
    expect(error.problem).toEqual({});
  });

  test.each([
    ['a number of seconds', '20', 20],
    ['a date', 'Sat, 21 Nov 2026 10:00:30 GMT', 30],
    ['a date that has passed', 'Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['a word', 'soon', null],
    ['nothing', '', null],
  ])('may say how long to wait: %s', async (_, header, seconds) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') });
    server.use(http.get(ANY, () => problem(429, {}, { 'retry-after': header })));
    expect((await failureOf(send('/thing'))).retryAfterSeconds).toBe(seconds);
  });
});

test('a connection that breaks is an error without a status', async () => {
  server.use(http.get(ANY, () => HttpResponse.error()));
  expect((await failureOf(send('/thing'))).status).toBeNull();
});

test('a caller who gives up gets no error of ours', async () => {
  server.use(http.get(ANY, () => HttpResponse.json({})));
  const reason = new Error('no longer needed');
  await expect(send('/thing', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test.each([
  ['navigate', 'default'],
  ['reload', 'default'],
  ['back_forward', 'no-cache'],
])('a page that was reached by %s asks with the cache mode %s', async (type, mode) => {
  const fetching = vi.spyOn(globalThis, 'fetch');
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type } as PerformanceNavigationTiming]);
  server.use(http.get(ANY, () => HttpResponse.json({})));
  await send('/thing');
  expect(fetching.mock.lastCall?.[1]?.cache).toBe(mode);
});
