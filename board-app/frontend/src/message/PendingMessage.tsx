import type { NewMessage } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Avatar } from './Avatar';
import styles from './MessageItem.module.css';

/** A message on its way to the server, in the place where it is going to be. */
export function PendingMessage({ message }: { message: NewMessage }) {
  const { composer } = useStrings();
  return (
    <div className={`${styles.message} ${styles.pending}`} aria-hidden="true">
      <div className={styles.content}>
        <Avatar name={message.author} />
        <div className={styles.header}>
          <b className={styles.author} dir="auto">
            {message.author}
          </b>
          <span className={styles.time}>{composer.posting}</span>
        </div>
        <p className={styles.body} dir="auto">
          {message.body}
        </p>
      </div>
    </div>
  );
}
