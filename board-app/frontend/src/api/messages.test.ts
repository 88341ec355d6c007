import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { MESSAGE, MESSAGES, message, server } from '../../test/fakeBoard';
import { deleteMessage, listMessages, postMessage } from './messages';

const KEY = 'bd6e2a5c-54c4-4f0a-9b3a-6b1d8d0f6a11';

test('the older page is asked for with the cursor, as it came', async () => {
  let asked: URL | undefined;
  server.use(
    http.get(MESSAGES, ({ request }) => {
      asked = new URL(request.url);
      return HttpResponse.json({ items: [message(1)], next: null });
    }),
  );
  expect(await listMessages({ before: 'a+b/c=' })).toEqual({ items: [message(1)], next: null });
  expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual({
    limit: '20',
    parent: 'none',
    before: 'a+b/c=',
  });
});

test('a list of another shape is an error, not a broken page', async () => {
  server.use(http.get(MESSAGES, () => HttpResponse.json({ items: [{ id: 1 }] })));
  await expect(listMessages()).rejects.toMatchObject({ name: 'ApiError', status: 200 });
});

test('a message is posted as JSON and comes back as the server keeps it', async () => {
  let type: string | null = null;
  let key: string | null = null;
  server.use(
    http.post(MESSAGES, async ({ request }) => {
      type = request.headers.get('content-type');
      key = request.headers.get('idempotency-key');
      expect(await request.json()).toEqual({ author: 'Noor', body: 'Hello' });
      return HttpResponse.json(
        { ...message(5, { author: 'Noor', body: 'Hello' }), editToken: 'secret' },
        { status: 201 },
      );
    }),
  );
  expect(await postMessage({ author: 'Noor', body: 'Hello' }, KEY)).toMatchObject({
    isHeld: false,
    message: { id: '5', body: 'Hello' },
    editToken: 'secret',
  });
  expect(key).toBe(KEY);
  expect(type).toBe('application/json');
});

test('a message is deleted by its id, whatever characters that has', async () => {
  let path = '';
  server.use(
    http.delete(MESSAGE, ({ request }) => {
      path = new URL(request.url).pathname;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await deleteMessage('1/2');
  expect(path).toBe('/api/v1/messages/1%2F2');
});
