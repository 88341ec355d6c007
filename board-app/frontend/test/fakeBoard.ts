import { HttpResponse, http, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Message, NewMessage } from '../src/api/messages';

export const MESSAGES = '*/api/v1/messages';
export const MESSAGE = '*/api/v1/messages/:id';
export const CONFIG = '*/config.json';

/** A board without surprises; a test that wants one says `server.use(...)`. */
export const server = setupServer(
  http.get(CONFIG, () => HttpResponse.json({ title: 'Team board' })),
  http.get(MESSAGES, () => HttpResponse.json({ items: [], next: null })),
);

export function message(id: number, changes: Partial<Message> = {}): Message {
  return {
    id: String(id),
    author: `Author ${id}`,
    body: `Text ${id}`,
    createdAt: '2026-11-20T10:00:00Z',
    ...changes,
  };
}

/** A board that keeps what it is given, with pages of the size that the page asks for. */
export function livingBoard(count: number): Message[] {
  const messages = Array.from({ length: count }, (_, index) => message(count - index));
  server.use(
    http.get(MESSAGES, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
      const older = messages.filter(({ id }) => Number(id) < before);
      const items = older.slice(0, Number(query.get('limit')));
      return HttpResponse.json({ items, next: older.length > items.length ? items.at(-1)?.id : null });
    }),
    http.post(MESSAGES, async ({ request }) => {
      const written = (await request.json()) as NewMessage;
      const posted = message(messages.length + 1, { ...written, createdAt: new Date().toISOString() });
      messages.unshift(posted);
      return HttpResponse.json(posted, { status: 201 });
    }),
    http.delete(MESSAGE, ({ params }) => {
      const index = messages.findIndex(({ id }) => id === params.id);
      if (index < 0) return problem(404, { title: 'Not found' });
      messages.splice(index, 1);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return messages;
}

export function problem(
  status: number,
  body: Record<string, JsonBodyType>,
  headers: Record<string, string> = {},
) {
  return new HttpResponse(JSON.stringify({ type: 'about:blank', status, ...body }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

export const unavailable = () =>
  problem(503, { title: 'Service unavailable', detail: 'The database is away.' }, { 'retry-after': '5' });
