import { Button } from 'react-aria-components';
import type { AdminApi, AdminMessage, Deed } from '../api/admin';
import { MessageBody } from '../message/MessageBody';
import { RelativeTime } from '../message/RelativeTime';
import styles from './Moderation.module.css';
import type { ModerationStrings } from './strings';

interface QueuedMessageProps {
  message: AdminMessage;
  api: AdminApi;
  strings: ModerationStrings;
  isBusy: boolean;
  onDeed: (deed: () => Promise<unknown>) => void;
}

/** What can be done with a message of that state. */
function deedsFor({ state, pinned }: AdminMessage): Deed[] {
  if (state === 'pending') return ['approve', 'hide'];
  if (state === 'hidden' || state === 'deleted') return ['restore'];
  return ['hide', pinned ? 'unpin' : 'pin'];
}

/** A message, why it is here, and what a moderator can do about it. */
export function QueuedMessage({ message, api, strings, isBusy, onDeed }: QueuedMessageProps) {
  const { id, client, reportCount, state } = message;
  return (
    <article className={styles.item} aria-labelledby={`q-${id}`}>
      <header className={styles.meta}>
        <h3 id={`q-${id}`} dir="auto">
          {message.author}
        </h3>
        <RelativeTime instant={message.createdAt} />
        {reportCount > 0 && <b className={styles.reports}>{strings.reports(reportCount)}</b>}
      </header>
      <MessageBody message={message} />
      <div className={styles.deeds}>
        {deedsFor(message).map((deed) => (
          <Button
            key={deed}
            className="button"
            isDisabled={isBusy}
            onPress={() => onDeed(() => api.act(id, deed))}
          >
            {strings.deeds[deed]}
          </Button>
        ))}
        {state !== 'deleted' && (
          <Button className="button danger" isDisabled={isBusy} onPress={() => onDeed(() => api.remove(id))}>
            {strings.remove}
          </Button>
        )}
        {client && (
          <Button
            className="button"
            isDisabled={isBusy}
            onPress={() => onDeed(() => api.block(client, strings.blocked))}
          >
            {strings.block}
          </Button>
        )}
      </div>
    </article>
  );
}
