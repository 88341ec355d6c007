import { useInfiniteQuery } from '@tanstack/react-query';
import { freshMessages, recentWrites, withWrites } from './recentWrites';
import { pollIntervalMs } from './useMessages';

export const repliesKey = (parentId: string) => ['replies', parentId];

/** The answers to a message, oldest first; the newest page comes first over the wire. */
export function useReplies(parentId: string) {
  const query = useInfiniteQuery({
    queryKey: repliesKey(parentId),
    queryFn: ({ pageParam, signal }) => freshMessages({ parent: parentId, before: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => pollIntervalMs(state.error),
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const replies = withWrites(items, recentWrites(), parentId).reverse();
  return { ...query, replies };
}
