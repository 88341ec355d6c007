import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { AdminApi, AdminMessage, Queue } from '../api/admin';
import { Failure } from '../shell/Failure';
import styles from './Moderation.module.css';
import { QueuedMessage } from './QueuedMessage';
import type { ModerationStrings } from './strings';
import { useDeal } from './useDeal';

interface QueueViewProps {
  api: AdminApi;
  queue: Queue;
  strings: ModerationStrings;
}

/** The messages of one state, newest first. What was dealt with leaves the queue. */
export function QueueView({ api, queue, strings }: QueueViewProps) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['moderation', queue],
    queryFn: ({ pageParam }) => api.list(queue, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const { deal, top } = useDeal((deed: () => Promise<unknown>) => deed(), strings.done);
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
