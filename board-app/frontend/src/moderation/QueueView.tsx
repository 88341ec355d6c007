import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import type { AdminApi, AdminMessage, Queue } from '../api/admin';
import { useAnnounce } from '../shell/Announcer';
import { Failure } from '../shell/Failure';
import styles from './Moderation.module.css';
import { QueuedMessage } from './QueuedMessage';
import type { ModerationStrings } from './strings';

interface QueueViewProps {
  api: AdminApi;
  queue: Queue;
  strings: ModerationStrings;
}

/** The messages of one state, newest first. What was dealt with leaves the queue. */
export function QueueView({ api, queue, strings }: QueueViewProps) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const top = useRef<HTMLElement>(null);
  const key = ['moderation', queue];
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => api.list(queue, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const deal = useMutation({
    mutationFn: (deed: () => Promise<unknown>) => deed(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['moderation'] });
      announce(strings.done);
      top.current?.focus();
    },
  });
  const items: AdminMessage[] = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section ref={top} tabIndex={-1} aria-label={strings.view[queue]} className={styles.queue}>
      {error && <Failure error={error} onRetry={refetch} isRetrying={isFetching} />}
      {deal.error && <Failure error={deal.error} />}
      {data && items.length === 0 && <p className={styles.empty}>{strings.empty}</p>}
      {items.map((message) => (
        <QueuedMessage
          key={message.id}
          message={message}
          api={api}
          strings={strings}
          isBusy={deal.isPending}
          onDeed={deal.mutate}
        />
      ))}
      {hasNextPage && (
        <Button className="button" onPress={() => fetchNextPage()}>
          {strings.older}
        </Button>
      )}
    </section>
  );
}
