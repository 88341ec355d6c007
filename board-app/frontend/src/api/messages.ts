import * as v from 'valibot';
import { read, send } from './http';

const PATH = '/api/v1/messages';

const timestamp = v.pipe(v.string(), v.isoTimestamp());

export const MessageSchema = v.object({
  id: v.string(),
  author: v.string(),
  body: v.string(),
  html: v.optional(v.string()),
  createdAt: timestamp,
  editedAt: v.optional(timestamp),
  parentId: v.optional(v.string()),
  replyCount: v.optional(v.number()),
  deleted: v.optional(v.boolean()),
  pinned: v.optional(v.boolean()),
  reactions: v.optional(v.record(v.string(), v.number())),
});

export const MessagePageSchema = v.object({
  items: v.array(MessageSchema),
  next: v.nullable(v.string()),
});

export const PostedSchema = v.object({ ...MessageSchema.entries, editToken: v.optional(v.string()) });

export type Message = v.InferOutput<typeof MessageSchema>;

/** Newest first. `next` is the cursor of the older page; `old`, if a cache had nothing newer: its board is away, or just being asked. */
export type MessagePage = v.InferOutput<typeof MessagePageSchema> & {
  old?: 'stale' | 'updating' | undefined;
};

export interface NewMessage {
  author: string;
  body: string;
  parentId?: string;
  /** Filled by robots only. */
  website?: string;
}

/** Held is what shows once a moderator has approved it; of what was thrown away as spam there is no more to tell. */
export type PostResult = { editToken?: string | undefined } & (
  | { isHeld: false; message: Message }
  | { isHeld: true; id?: string | undefined }
);

export const PAGE_SIZE = 20;

export interface ListOptions {
  /** The messages that answer this one; without it, those that answer none. */
  parent?: string;
  before?: string | undefined;
  /** No copy that caches keep will do. */
  pastCaches?: boolean;
  signal?: AbortSignal;
}

export async function listMessages({
  parent = 'none',
  before,
  pastCaches,
  signal,
}: ListOptions = {}): Promise<MessagePage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), parent });
  if (before !== undefined) query.set('before', before);
  const response = await send(`${PATH}?${query}`, { pastCaches, signal });
  const page = await read(MessagePageSchema, response);
  return { ...page, old: oldOf(response.headers.get('x-cache')) };
}

function oldOf(cacheStatus: string | null): MessagePage['old'] {
  if (cacheStatus === 'STALE') return 'stale';
  return cacheStatus === 'UPDATING' ? 'updating' : undefined;
}

/** One message and the tag of this state of it. */
export async function readMessage(id: string, signal?: AbortSignal) {
  const response = await send(pathOf(id), { signal });
  return { message: await read(MessageSchema, response), tag: response.headers.get('etag') ?? undefined };
}

export async function postMessage(written: NewMessage, idempotencyKey: string): Promise<PostResult> {
  const headers = { 'idempotency-key': idempotencyKey };
  const response = await send(PATH, { method: 'POST', body: written, headers });
  if (response.status === 202) {
    const { id, editToken } = await read(v.partial(PostedSchema), response);
    return { isHeld: true, id, editToken };
  }
  const { editToken, ...message } = await read(PostedSchema, response);
  return { isHeld: false, message, editToken };
}

/** `tag`: the state that was edited; another one is refused with 412. */
export async function editMessage(id: string, body: string, token: string, tag?: string): Promise<Message> {
  const headers = { 'message-token': token, 'if-match': tag };
  return read(MessageSchema, await send(pathOf(id), { method: 'PATCH', body: { body }, headers }));
}

/** Sent even while the page is being left. */
export async function deleteMessage(id: string, token?: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE', headers: { 'message-token': token }, keepalive: true });
}

export async function setReaction(id: string, name: string, on: boolean): Promise<void> {
  await send(`${pathOf(id)}/reactions/${name}`, { method: on ? 'PUT' : 'DELETE' });
}

export async function reportMessage(id: string, reason: string): Promise<void> {
  await send(`${pathOf(id)}/reports`, { method: 'POST', body: { reason } });
}

export const PreviewSchema = v.object({ html: v.nullable(v.string()) });

/** What the server would make of a text. */
export async function previewOf(body: string, signal?: AbortSignal): Promise<string> {
  const response = await send('/api/v1/preview', { method: 'POST', body: { body }, signal });
  return (await read(PreviewSchema, response)).html ?? '';
}

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}
