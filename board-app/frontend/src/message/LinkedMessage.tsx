import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../api/ApiError';
import { readMessage } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Failure } from '../shell/Failure';
import styles from './LinkedMessage.module.css';
import { Thread } from './Thread';
import { useArrival } from './useLinkedId';

/** The message that a link leads to, when it is not among the newest ones; a reply comes with what it answers. */
export function LinkedMessage({ id }: { id: string }) {
  const { list } = useStrings();
  const linked = useQuery({
    queryKey: ['message', id],
    queryFn: async ({ signal }) => {
      const { message } = await readMessage(id, signal);
      const parent = message.parentId ? (await readMessage(message.parentId, signal)).message : undefined;
      return { message, parent };
    },
  });
  useArrival(id, linked.isSuccess);
  const isGone = linked.error instanceof ApiError && [404, 410].includes(linked.error.status ?? 0);
  if (isGone) return <p className={styles.gone}>{list.linkedGone}</p>;
  if (linked.error)
    return <Failure error={linked.error} onRetry={linked.refetch} isRetrying={linked.isFetching} />;
  if (!linked.data) return null;
  const { message, parent } = linked.data;
  return (
    <section className={styles.linked} aria-labelledby="linked-heading">
      <h3 id="linked-heading" className={styles.heading}>
        {list.linked}
      </h3>
      {parent && <Thread message={parent} />}
      <Thread message={message} isLinked />
    </section>
  );
}
