import { useQuery } from '@tanstack/react-query';
import type { AdminApi } from '../api/admin';
import { absoluteTime } from '../message/relativeTime';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import styles from './Moderation.module.css';
import type { ModerationStrings } from './strings';
import { useDeal } from './useDeal';

/** Who may not post, why, and until when; the one whose block ends last comes first. */
export function BlockedClients({ api, strings }: { api: AdminApi; strings: ModerationStrings }) {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['moderation', 'blocks'],
    queryFn: api.blocks,
  });
  const { deal, top } = useDeal(api.lift, strings.done);
  return (
    <section ref={top} tabIndex={-1} aria-label={strings.view.blocks} className={styles.queue}>
      {error && <Failure error={error} onRetry={refetch} isRetrying={isFetching} />}
      {deal.error && <Failure error={deal.error} />}
      {data?.length === 0 && <p className={styles.empty}>{strings.emptyBlocks}</p>}
      {data?.map(({ client, reason, expiresAt }) => (
        <article key={client} className={styles.item} aria-labelledby={`b-${client}`}>
          <header className={styles.meta}>
            <h3 id={`b-${client}`}>{client}</h3>
            <time dateTime={expiresAt}>
              {strings.blockedUntil(absoluteTime(new Date(expiresAt), strings.locale))}
            </time>
          </header>
          <p dir="auto">{reason}</p>
          <div className={styles.deeds}>
            <PendingButton
              className="button"
              isPending={deal.isPending && deal.variables === client}
              onPress={() => deal.mutate(client)}
            >
              {strings.lift}
            </PendingButton>
          </div>
        </article>
      ))}
    </section>
  );
}
