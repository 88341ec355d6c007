import { Button } from 'react-aria-components';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Avatar } from './Avatar';
import styles from './MessageItem.module.css';
import { RelativeTime } from './RelativeTime';

interface MessageItemProps {
  message: Message;
  position: number;
  /** How many there are, -1 while nobody knows. */
  total: number;
  onDelete: (message: Message) => void;
}

export function elementId(messageId: string): string {
  return `m-${messageId}`;
}

export function MessageItem({ message, position, total, onDelete }: MessageItemProps) {
  const { deletion } = useStrings();
  const id = elementId(message.id);
  return (
    <article
      id={id}
      className={styles.message}
      aria-labelledby={`${id}-author ${id}-time`}
      aria-describedby={`${id}-body`}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
    >
      <Avatar name={message.author} />
      <header className={styles.header}>
        <h3 id={`${id}-author`} className={styles.author} dir="auto">
          {message.author}
        </h3>
        <span className={styles.time}>
          <RelativeTime id={`${id}-time`} instant={message.createdAt} />
        </span>
      </header>
      <Button
        className={styles.delete ?? ''}
        aria-label={deletion.actionFor(message.author)}
        onPress={() => onDelete(message)}
      >
        {deletion.action}
      </Button>
      <p id={`${id}-body`} className={styles.body} dir="auto">
        {message.body}
      </p>
    </article>
  );
}
