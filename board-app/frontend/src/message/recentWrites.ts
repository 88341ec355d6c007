import * as v from 'valibot';
import {
  type ListOptions,
  listMessages,
  type Message,
  type MessagePage,
  MessageSchema,
} from '../api/messages';
import { remember, remembered } from '../shell/storage';

const KEY = 'writes';
const KEPT = 50;
/** Longer than the caches before the board, one in each pod of nginx, keep a list while the board answers. */
export const CACHED_MS = 10_000;

const WrittenSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['posted', 'changed']), at: v.number(), message: MessageSchema }),
  v.object({ kind: v.literal('deleted'), at: v.number(), id: v.string() }),
]);

const WritesSchema = v.fallback(v.array(WrittenSchema), []);

export type Write = v.InferOutput<typeof WrittenSchema>;
type News = { kind: 'posted' | 'changed'; message: Message } | { kind: 'deleted'; id: string };

export function noteWrite(news: News): void {
  remember(KEY, [...recentWrites(), { ...news, at: Date.now() }].slice(-KEPT));
}

/** What this device has written, and caches may not know yet. */
export function recentWrites(): Write[] {
  return v.parse(WritesSchema, remembered(KEY));
}

/** A writer's own page of a list: asked for past the caches, or else from them, if they are all that answers. */
export async function freshMessages(options: ListOptions): Promise<MessagePage> {
  const asked = Date.now();
  const page = await (recentWrites().length > 0 ? pastCaches(options) : listMessages(options));
  if (!page.old) forgetWritesBefore(asked - CACHED_MS);
  return page;
}

function pastCaches(options: ListOptions): Promise<MessagePage> {
  return listMessages({ ...options, pastCaches: true }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    return listMessages(options);
  });
}

/** Every copy that is served from now on has them in it. */
function forgetWritesBefore(end: number): void {
  const writes = recentWrites();
  const newer = writes.filter(({ at }) => at > end);
  if (newer.length < writes.length) remember(KEY, newer.length > 0 ? newer : undefined);
}

/** A list may be older than what this device has just written: the writer sees it all the same. */
export function withWrites(items: Message[], writes: Write[], parentId?: string): Message[] {
  return writes.reduce((list, write) => apply(list, write, parentId), items);
}

/** Changing a message does not change what answers it. */
function renewed({ replyCount }: Message, message: Message): Message {
  return replyCount === undefined ? message : { ...message, replyCount };
}

function apply(items: Message[], write: Write, parentId: string | undefined): Message[] {
  if (write.kind === 'deleted') return items.filter(({ id }) => id !== write.id);
  const { kind, message } = write;
  if (items.some(({ id }) => id === message.id)) {
    return kind === 'posted'
      ? items
      : items.map((item) => (item.id === message.id ? renewed(item, message) : item));
  }
  return kind === 'posted' && message.parentId === parentId ? [message, ...items] : items;
}
