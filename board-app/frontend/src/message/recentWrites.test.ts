import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { MESSAGES, message, server, unavailable } from '../../test/fakeBoard';
import type { Message } from '../api/messages';
import { CACHED_MS, freshMessages, noteWrite, recentWrites, withWrites } from './recentWrites';

const LIST = [message(2), message(1)];

function shownAfter(...writes: Parameters<typeof noteWrite>[0][]): string[] {
  for (const write of writes) noteWrite(write);
  return withWrites(LIST, recentWrites()).map(({ id, body }) => `${id} ${body}`);
}

/** Answers with this state of its cache; whoever asks past it is answered by `origin`. */
function cachedBoard(cache: string, origin = () => listing([], 'BYPASS')) {
  const asked: string[] = [];
  server.use(
    http.get(MESSAGES, ({ request }) => {
      asked.push(request.headers.get('cache-control') ?? 'any');
      return asked.at(-1) === 'no-cache' ? origin() : listing(LIST, cache);
    }),
  );
  return asked;
}

function listing(items: Message[], cache: string) {
  return HttpResponse.json({ items, next: null }, { headers: { 'x-cache': cache } });
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z'), toFake: ['Date'] });
});

test('an older answer shows what was just posted here, once', () => {
  expect(
    shownAfter({ kind: 'posted', message: message(3) }, { kind: 'posted', message: message(2) }),
  ).toEqual(['3 Text 3', '2 Text 2', '1 Text 1']);
});

test('an older answer does not bring back what was just deleted or changed here', () => {
  expect(
    shownAfter({ kind: 'deleted', id: '2' }, { kind: 'changed', message: message(1, { body: 'New' }) }),
  ).toEqual(['1 New']);
});

test('what was changed here does not hide the replies that came since', () => {
  noteWrite({ kind: 'changed', message: message(2, { body: 'New', replyCount: 0 }) });
  const list = [message(2, { replyCount: 3 })];
  expect(withWrites(list, recentWrites())).toEqual([message(2, { body: 'New', replyCount: 3 })]);
});

test('a reply belongs into its thread only', () => {
  const reply = message(3, { parentId: '1' });
  expect(shownAfter({ kind: 'posted', message: reply })).toEqual(['2 Text 2', '1 Text 1']);
  expect(withWrites([], recentWrites(), '1')).toEqual([reply]);
});

test('who has written nothing is content with what caches have', async () => {
  const asked = cachedBoard('HIT');
  await freshMessages({});
  expect(asked).toEqual(['any']);
});

test('who has just written asks past the caches, until no cache can be older than that', async () => {
  const asked = cachedBoard('HIT');
  noteWrite({ kind: 'deleted', id: '2' });
  await freshMessages({});
  vi.setSystemTime(Date.now() + CACHED_MS);
  await freshMessages({});
  await freshMessages({});
  expect(asked).toEqual(['no-cache', 'no-cache', 'any']);
  expect(recentWrites()).toEqual([]);
});

test('while the board is away the caches have to do, and what was written is remembered', async () => {
  const asked = cachedBoard('STALE', unavailable);
  noteWrite({ kind: 'deleted', id: '2' });
  vi.setSystemTime(Date.now() + 100 * CACHED_MS);
  const { items } = await freshMessages({});
  expect(asked).toEqual(['no-cache', 'any']);
  expect(withWrites(items, recentWrites())).toEqual([message(1)]);
});

test('what storage holds from another version of the page is no write', () => {
  localStorage.setItem('messageboard.writes', '[{"kind":"moved","at":1}]');
  expect(recentWrites()).toEqual([]);
});
