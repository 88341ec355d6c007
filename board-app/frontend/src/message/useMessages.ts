import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/ApiError';
import { deleteMessage, listMessages, type Message, type NewMessage, postMessage } from '../api/messages';
import { type MessageList, meets, refreshed, withOlder, without, withPosted } from './messageList';

const KEY = ['messages'];
export const POLL_INTERVAL_MS = 15_000;

/** The list, kept fresh while the page is visible by asking for its first page only. */
export function useMessages() {
  const client = useQueryClient();
  const query = useQuery<MessageList>({
    queryKey: KEY,
    queryFn: ({ signal }) => refresh(client, signal),
    refetchInterval: ({ state }) => Math.max(POLL_INTERVAL_MS, retryAfterMs(state.error)),
  });
  const { data, refetch, isFetching, isPending } = query;
  return { data, refetch, isFetching, isPending, error: useStandingError(query) };
}

/** The query forgets why it failed as soon as it tries again without data; the reader wants to know until it succeeds. */
function useStandingError({ error, isPending }: { error: Error | null; isPending: boolean }): Error | null {
  const [standing, setStanding] = useState(error);
  const next = isPending ? standing : error;
  if (next !== standing) setStanding(next);
  return next;
}

export function useOlderMessages() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (cursor: string) => ({ cursor, page: await listMessages({ before: cursor }) }),
    onSuccess: ({ cursor, page }) =>
      client.setQueryData<MessageList>(KEY, (list) => list && withOlder(list, cursor, page)),
  });
}

export function usePostMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (message: NewMessage) => postMessage(message),
    onSuccess: (posted: Message) => change(client, (list) => withPosted(list, posted)),
  });
}

/** A message that is already gone counts as deleted. */
export function useDeleteMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      deleteMessage(id).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.status === 404)) throw error;
      }),
    onSuccess: (_, id) => change(client, (list) => without(list, id)),
  });
}

/** After a long absence it follows the pages until they meet the known messages, but never beyond the list's old length. */
async function refresh(client: QueryClient, signal: AbortSignal): Promise<MessageList> {
  const known = () => client.getQueryData<MessageList>(KEY) ?? { items: [], next: null };
  let fresh: MessageList = await listMessages({ signal });
  while (fresh.next !== null && fresh.items.length < known().items.length && !meets(fresh, known())) {
    fresh = withOlder(fresh, fresh.next, await listMessages({ before: fresh.next, signal }));
  }
  return refreshed(fresh, known());
}

/** A refresh that set out before the change must not undo it. */
async function change(client: QueryClient, update: (list: MessageList) => MessageList) {
  await client.cancelQueries({ queryKey: KEY });
  const list = client.getQueryData<MessageList>(KEY);
  if (list) client.setQueryData(KEY, update(list));
  else void client.invalidateQueries({ queryKey: KEY });
}

function retryAfterMs(error: Error | null): number {
  return error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
}
