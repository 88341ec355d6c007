import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { AdminApi } from '../api/admin';
import { RelativeTime } from '../message/RelativeTime';
import { Failure } from '../shell/Failure';
import styles from './Moderation.module.css';
import type { ModerationStrings } from './strings';

/** What moderators did, newest first. */
export function Audit({ api, strings }: { api: AdminApi; strings: ModerationStrings }) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['moderation', 'audit'],
    queryFn: ({ pageParam }) => api.audit(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  if (error) return <Failure error={error} onRetry={refetch} isRetrying={isFetching} />;
  if (data && entries.length === 0) return <p className={styles.empty}>{strings.emptyAudit}</p>;
  return (
    <>
      <table className={styles.audit}>
        <thead>
          <tr>
            <th>{strings.time}</th>
            <th>{strings.action}</th>
            <th>{strings.target}</th>
            <th>{strings.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, createdAt, action, target, detail }) => (
            <tr key={id}>
              <td>
                <RelativeTime instant={createdAt} />
              </td>
              <td>{action}</td>
              <td>{target}</td>
              <td dir="auto">{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button className="button" onPress={() => fetchNextPage()}>
          {strings.older}
        </Button>
      )}
    </>
  );
}
