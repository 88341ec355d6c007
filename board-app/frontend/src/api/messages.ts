import * as v from 'valibot';
import { read, send } from './http';

const PATH = '/api/v1/messages';

const MessageSchema = v.object({
  id: v.string(),
  author: v.string(),
  body: v.string(),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});

const MessagePageSchema = v.object({
  items: v.array(MessageSchema),
  next: v.nullable(v.string()),
});

export type Message = v.InferOutput<typeof MessageSchema>;

/** Newest first. `next` is the cursor of the older page. */
export type MessagePage = v.InferOutput<typeof MessagePageSchema>;

export interface NewMessage {
  author: string;
  body: string;
}

export const PAGE_SIZE = 20;

export async function listMessages(
  options: { before?: string; signal?: AbortSignal } = {},
): Promise<MessagePage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (options.before !== undefined) query.set('before', options.before);
  return read(MessagePageSchema, await send(`${PATH}?${query}`, { signal: options.signal }));
}

export async function postMessage(message: NewMessage): Promise<Message> {
  return read(MessageSchema, await send(PATH, { method: 'POST', body: message }));
}

export async function deleteMessage(id: string): Promise<void> {
  await send(`${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
