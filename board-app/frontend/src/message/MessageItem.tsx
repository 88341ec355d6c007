import { type ReactNode, useRef, useState } from 'react';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Avatar } from './Avatar';
import { DeletedNotice } from './DeletedNotice';
import { useDeletions } from './Deletions';
import { EditForm } from './EditForm';
import { MessageActions } from './MessageActions';
import { MessageBody } from './MessageBody';
import styles from './MessageItem.module.css';
import { Reactions } from './Reactions';
import { RelativeTime } from './RelativeTime';

interface MessageItemProps {
  message: Message;
  position?: number;
  /** How many there are, -1 while nobody knows. */
  total?: number;
  isLinked?: boolean;
  onReply?: (() => void) | undefined;
  children?: ReactNode;
}

export function elementId(messageId: string): string {
  return `m-${messageId}`;
}

/** One message, with what its reader may do with it; its replies are its children. */
export function MessageItem({ message, position, total, isLinked, onReply, children }: MessageItemProps) {
  const strings = useStrings();
  const [isEditing, setEditing] = useState(false);
  const article = useRef<HTMLElement>(null);
  const deletion = useDeletions().stateOf(message.id);
  const id = elementId(message.id);
  const backToMessage = () => article.current?.focus();
  const stopEditing = () => {
    setEditing(false);
    backToMessage();
  };
  return (
    <article
      id={id}
      ref={article}
      className={`${styles.message} ${isLinked ? styles.linked : ''}`}
      aria-labelledby={message.deleted ? `${id}-body` : `${id}-author ${id}-time`}
      aria-describedby={deletion ? undefined : `${id}-body`}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
    >
      {deletion ? (
        <DeletedNotice message={message} error={deletion.error} onKept={backToMessage} />
      ) : message.deleted ? (
        <p id={`${id}-body`} className={styles.tombstone}>
          {strings.message.deleted}
        </p>
      ) : (
        <div className={styles.content}>
          <Avatar name={message.author} />
          <MessageHeader message={message} />
          {isEditing ? (
            <EditForm message={message} onDone={stopEditing} />
          ) : (
            <MessageBody id={`${id}-body`} message={message} />
          )}
          {!isEditing && (
            <div className={styles.footer}>
              {message.reactions && <Reactions message={message} />}
              <MessageActions message={message} onReply={onReply} onEdit={() => setEditing(true)} />
            </div>
          )}
        </div>
      )}
      {children}
    </article>
  );
}

function MessageHeader({ message }: { message: Message }) {
  const strings = useStrings();
  const id = elementId(message.id);
  return (
    <header className={styles.header}>
      <h3 id={`${id}-author`} className={styles.author} dir="auto">
        {message.author}
      </h3>
      <a className={styles.time} href={`#${id}`}>
        <RelativeTime id={`${id}-time`} instant={message.createdAt} />
      </a>
      {message.editedAt && (
        <span className={styles.mark} title={message.editedAt}>
          {strings.message.edited}
        </span>
      )}
      {message.pinned && <span className={styles.pinned}>{strings.message.pinned}</span>}
    </header>
  );
}
