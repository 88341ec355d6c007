import { http, passthrough } from 'msw';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AboutSchema, fetchServedBy } from '../src/api/about';
import { AdminPageSchema, AuditSchema, adminApi, BlockSchema, WordsSchema } from '../src/api/admin';
import {
  deleteMessage,
  editMessage,
  listMessages,
  MessagePageSchema,
  MessageSchema,
  PostedSchema,
  PreviewSchema,
  postMessage,
  previewOf,
  readMessage,
  reportMessage,
  setReaction,
} from '../src/api/messages';
import { problem, server } from './fakeBoard';
import { bodyFieldsOf, disagreements, operationOf } from './openapi';

const admin = adminApi('token');

test.each([
  ['Message', MessageSchema],
  ['MessagePage', MessagePageSchema],
  // As a whole it comes with 201; of spam that was thrown away there is nothing to tell.
  ['PostedMessage', v.partial(PostedSchema)],
  ['Preview', PreviewSchema],
  ['About', AboutSchema],
  ['AdminPage', AdminPageSchema],
  ['AuditPage', AuditSchema],
  ['Block', BlockSchema],
  ['Words', WordsSchema],
])('what the page reads of %s is what the API promises', (name, schema) => {
  expect(disagreements(name, schema)).toEqual([]);
});

const REQUESTS: Record<string, () => Promise<unknown>> = {
  'lists messages': () => listMessages({ before: 'cursor' }),
  'reads a message': () => readMessage('1'),
  'posts a message': () =>
    postMessage({ author: 'Noor', body: 'Hello', parentId: '1', website: '' }, crypto.randomUUID()),
  'edits a message': () => editMessage('1', 'Hello', 'token'),
  'deletes a message': () => deleteMessage('1', 'token'),
  'sets a reaction': () => setReaction('1', 'like', true),
  'takes a reaction back': () => setReaction('1', 'like', false),
  'reports a message': () => reportMessage('1', 'spam'),
  'asks for a preview': () => previewOf('Hello'),
  'asks who serves it': () => fetchServedBy(),
  'lists a queue': () => admin.list('pending', '7'),
  'approves a message': () => admin.act('1', 'approve'),
  'deletes as a moderator': () => admin.remove('1'),
  'blocks a client': () => admin.block('ab'.repeat(16), 'spam'),
  'lists who is blocked': () => admin.blocks(),
  'lifts a block': () => admin.lift('ab'.repeat(16)),
  'lists the words': () => admin.words(),
  'replaces the words': () => admin.replaceWords(['casino']),
  'reads the audit': () => admin.audit('7'),
};

test.each(Object.entries(REQUESTS))(
  'the API knows the request with which the page %s',
  async (_, request) => {
    let sent: Request | undefined;
    server.use(
      http.all('*', ({ request: { url, method }, request: original }) => {
        if (!url.includes('/api/')) return passthrough();
        sent = original.clone();
        return problem(500, { title: `not asked for its answer: ${method}` });
      }),
    );
    await request().catch(() => {});
    const operation = operationOf(sent?.method ?? '', new URL(sent?.url ?? '').pathname);
    expect(operation).toBeDefined();
    const text = await sent?.text();
    const fields = Object.keys(text ? JSON.parse(text) : {});
    expect(bodyFieldsOf(operation ?? {})).toEqual(expect.arrayContaining(fields));
  },
);
