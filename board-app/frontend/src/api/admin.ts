import * as v from 'valibot';
import { read, send } from './http';
import { MessagePageSchema, MessageSchema } from './messages';

const PATH = '/api/v1/admin';

const AdminMessageSchema = v.object({
  ...MessageSchema.entries,
  state: v.string(),
  reportCount: v.number(),
  client: v.nullish(v.string()),
});

const AuditEntrySchema = v.object({
  id: v.string(),
  action: v.string(),
  target: v.nullish(v.string()),
  detail: v.nullish(v.string()),
  createdAt: v.string(),
});

export const BlockSchema = v.object({
  client: v.string(),
  reason: v.string(),
  createdAt: v.string(),
  expiresAt: v.string(),
});

export const WordsSchema = v.object({ words: v.array(v.string()) });

export const AdminPageSchema = v.object({ items: v.array(AdminMessageSchema), next: v.nullish(v.string()) });
export const AuditSchema = v.object({ items: v.array(AuditEntrySchema), next: v.nullish(v.string()) });

export type AdminMessage = v.InferOutput<typeof AdminMessageSchema>;

/** A client that may not post; no more is known of it than this hash of its address. */
export type Block = v.InferOutput<typeof BlockSchema>;

/** `visible` is what every reader sees; the API keeps no queue of it. */
export const QUEUES = ['pending', 'flagged', 'visible', 'hidden', 'deleted'] as const;

export type Queue = (typeof QUEUES)[number];

export type Deed = 'approve' | 'hide' | 'restore' | 'pin' | 'unpin';

/** What a moderator may ask of the board; every request carries the token. */
export function adminApi(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const pathOf = (id: string) => `${PATH}/messages/${encodeURIComponent(id)}`;
  const query = (values: Record<string, string | undefined>) =>
    new URLSearchParams(
      Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  return {
    list: async (state: Queue, before?: string) =>
      state === 'visible'
        ? visibleMessages(query({ before }))
        : read(AdminPageSchema, await send(`${PATH}/messages?${query({ state, before })}`, { headers })),
    act: (id: string, deed: Deed) => send(`${pathOf(id)}/${deed}`, { method: 'POST', headers }),
    remove: (id: string) => send(pathOf(id), { method: 'DELETE', headers }),
    block: (client: string, reason: string) =>
      send(`${PATH}/blocks/${client}`, { method: 'PUT', body: { reason }, headers }),
    blocks: async () => read(v.array(BlockSchema), await send(`${PATH}/blocks`, { headers })),
    lift: (client: string) => send(`${PATH}/blocks/${client}`, { method: 'DELETE', headers }),
    words: async () => (await read(WordsSchema, await send(`${PATH}/words`, { headers }))).words,
    replaceWords: (words: string[]) => send(`${PATH}/words`, { method: 'PUT', body: { words }, headers }),
    audit: async (before?: string) =>
      read(AuditSchema, await send(`${PATH}/audit?${query({ before })}`, { headers })),
  };
}

export type AdminApi = ReturnType<typeof adminApi>;

/** What a moderator has just done to the list shows at once. */
async function visibleMessages(query: URLSearchParams): Promise<v.InferOutput<typeof AdminPageSchema>> {
  const headers = { 'cache-control': 'no-cache' };
  const { items, next } = await read(MessagePageSchema, await send(`/api/v1/messages?${query}`, { headers }));
  const isPublic = { state: 'visible', reportCount: 0 };
  return { items: items.filter(({ deleted }) => !deleted).map((item) => ({ ...item, ...isPublic })), next };
}
