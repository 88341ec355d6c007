import { Button } from 'react-aria-components';
import type { AdminApi, AdminMessage, Deed } from '../api/admin';
import { useStrings } from '../i18n/strings';
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

/** What can be done with a message of that state: one that was deleted has lost its text. */
function deedsFor({ state, pinned }: AdminMessage): Deed[] {
  if (state === 'pending') return ['approve', 'hide'];
  if (state === 'hidden') return ['restore'];
  if (state === 'deleted') return [];
  return ['hide', pinned ? 'unpin' : 'pin'];
}

/** A message, why it is here, and what a moderator can do about it. */
export function QueuedMessage({ message, api, strings, isBusy, onDeed }: QueuedMessageProps) {
  const { id, client, reportCount, state } = message;
  const { deleted } = useStrings().message;
  const isGone = state === 'deleted';
  return (
    <article className={styles.item} aria-labelledby={`q-${id}`}>
      <header className={styles.meta}>
        <h3 id={`q-${id}`} dir="auto">
          {isGone ? deleted : message.author}
        </h3>
        <RelativeTime instant={message.createdAt} />
        {reportCount > 0 && <b className={styles.reports}>{strings.reports(reportCount)}</b>}
      </header>
      {!isGone && <MessageBody message={message} />}
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
        {!isGone && (
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
