import type { MessagePage } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import styles from './OlderMessages.module.css';
import { useOlderMessages } from './useMessages';

interface OlderMessagesProps {
  cursor: string | null;
  /** The last page has come, the button has gone; this message is the first of that page. */
  onEnd: (messageId: string | undefined) => void;
}

/** The end of the list: the way to older messages, or the word that there are none. */
export function OlderMessages({ cursor, onEnd }: OlderMessagesProps) {
  const { list } = useStrings();
  const announce = useAnnounce();
  const older = useOlderMessages();
  if (cursor === null) return <p className={styles.end}>{list.end}</p>;

  const loaded = ({ items, next }: MessagePage) => {
    announce(list.olderLoaded(items.length));
    if (next === null) onEnd(items[0]?.id);
  };
  const load = () => older.mutate(cursor, { onSuccess: ({ page }) => loaded(page) });

  if (older.error) return <Failure error={older.error} onRetry={load} />;
  return (
    <PendingButton className={`button ${styles.more}`} isPending={older.isPending} onPress={load}>
      {older.isPending ? list.loadingOlder : list.loadOlder}
    </PendingButton>
  );
}
