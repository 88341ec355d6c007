import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/ApiError';
import { listMessages, type MessagePage } from '../api/messages';
import { isWayBack } from '../shell/navigation';
import { type MessageList, meets, NOTHING, refreshed, revealed, withOlder } from './messageList';
import { freshMessages, recentWrites, withWrites } from './recentWrites';

export const KEY = ['messages'];
export const POLL_INTERVAL_MS = 15_000;
/** Soon after a cache has been given its new copy. */
const UPDATED_MS = 2_000;
/** Pages that were opened together do not ask together for ever. */
const INTERVAL_MS = POLL_INTERVAL_MS * (0.8 + Math.random() / 5);

export function listQuery(client: QueryClient) {
  return queryOptions({ queryKey: KEY, queryFn: ({ signal }) => refresh(client, signal) });
}

/** The list, kept fresh while the page is visible and online by asking for its first page only. */
export function useMessages() {
  const client = useQueryClient();
  const query = useQuery({
    ...listQuery(client),
    refetchOnMount: isWayBack(), // else what is there has just come, with the page
    refetchInterval: ({ state }) => pollIntervalMs(state.error, state.data?.old),
    refetchOnReconnect: 'always',
  });
  const { data, refetch, isFetching, isPending } = query;
  return { data, refetch, isFetching, isPending, error: useStandingError(query) };
}

export function pollIntervalMs(error: Error | null, old?: MessagePage['old']): number | false {
  const interval = old === 'updating' ? UPDATED_MS : INTERVAL_MS;
  return navigator.onLine && Math.max(interval, retryAfterMs(error));
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

/** Shows what others have written meanwhile. */
export function useReveal() {
  const client = useQueryClient();
  return () => client.setQueryData<MessageList>(KEY, (list) => list && revealed(list));
}

/** After a long absence it follows the pages until they meet the known messages, but never beyond the list's old length. */
async function refresh(client: QueryClient, signal: AbortSignal): Promise<MessageList> {
  const known = () => client.getQueryData<MessageList>(KEY) ?? NOTHING;
  let fresh: MessagePage = await firstPage(signal);
  while (fresh.next !== null && fresh.items.length < known().items.length && !meets(fresh, known())) {
    fresh = withOlder(fresh, fresh.next, await listMessages({ before: fresh.next, signal }));
  }
  return refreshed(fresh, known());
}

async function firstPage(signal: AbortSignal): Promise<MessagePage> {
  const page = await freshMessages({ signal });
  return { ...page, items: withWrites(page.items, recentWrites()) };
}

function retryAfterMs(error: Error | null): number {
  return error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
}
