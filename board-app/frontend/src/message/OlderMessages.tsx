import { Button } from 'react-aria-components';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { Failure } from '../shell/Failure';
import styles from './OlderMessages.module.css';
import { useOlderMessages } from './useMessages';

/** The end of the list: the way to older messages, or the word that there are none. */
export function OlderMessages({ cursor }: { cursor: string | null }) {
  const { list } = useStrings();
  const announce = useAnnounce();
  const older = useOlderMessages();
  if (cursor === null) return <p className={styles.end}>{list.end}</p>;

  const load = () =>
    older.mutate(cursor, { onSuccess: ({ page }) => announce(list.olderLoaded(page.items.length)) });

  if (older.error) return <Failure error={older.error} onRetry={load} />;
  return (
    <Button className={`button ${styles.more}`} isPending={older.isPending} onPress={load}>
      {older.isPending ? list.loadingOlder : list.loadOlder}
    </Button>
  );
}
