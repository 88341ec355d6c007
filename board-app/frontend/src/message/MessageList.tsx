import { useRef } from 'react';
import { useStrings } from '../i18n/strings';
import { Failure } from '../shell/Failure';
import { DeletionsProvider } from './Deletions';
import { EmptyState } from './EmptyState';
import { LinkedMessage } from './LinkedMessage';
import styles from './MessageList.module.css';
import { shown } from './messageList';
import { NewMessages } from './NewMessages';
import { OlderMessages } from './OlderMessages';
import { PendingMessage } from './PendingMessage';
import { Skeleton } from './Skeleton';
import { StaleNotice } from './StaleNotice';
import { Thread } from './Thread';
import { useFocusMessage, usePlace } from './useFocus';
import { useKeptPlace } from './useKeptPlace';
import { useArrival, useLinkedId } from './useLinkedId';
import { useMessages } from './useMessages';
import { usePendingPosts } from './useWrites';

export function MessageList() {
  const { list } = useStrings();
  const { data, error, refetch, isFetching, isPending } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const focusMessage = useFocusMessage(heading);
  const linkedId = useLinkedId();
  const pending = usePendingPosts();
  const items = data ? shown(data) : [];
  const isLinkedHere = items.some(({ id }) => id === linkedId);
  useArrival(linkedId, isLinkedHere);
  useKeptPlace(data !== undefined, linkedId !== null);
  const { feed, rememberPlace, returnToPlace } = usePlace(heading);

  return (
    <section id="messages" aria-labelledby="messages-heading" tabIndex={-1}>
      <h2 id="messages-heading" className={styles.heading} ref={heading} tabIndex={-1}>
        {list.heading}
      </h2>
      {error && (
        <Failure
          error={error}
          title={data && list.stale}
          onRetry={refetch}
          isRetrying={isFetching}
          next={heading}
        />
      )}
      {!error && data?.old === 'stale' && <StaleNotice />}
      {isPending && !error && <Skeleton />}
      <DeletionsProvider onDeleted={returnToPlace}>
        {data && linkedId && !isLinkedHere && <LinkedMessage id={linkedId} />}
        {data && <NewMessages list={data} onShown={focusMessage} />}
        {data && items.length === 0 && pending.length === 0 && <EmptyState />}
        {pending.map((message) => (
          <PendingMessage key={message.body} message={message} />
        ))}
        {items.length > 0 && (
          <div
            ref={feed}
            role="feed"
            aria-labelledby="messages-heading"
            className={styles.feed}
            onFocus={rememberPlace}
          >
            {items.map((message, index) => (
              <Thread
                key={message.id}
                message={message}
                position={index + 1}
                total={data?.next === null ? items.length : -1}
                isLinked={message.id === linkedId}
              />
            ))}
          </div>
        )}
      </DeletionsProvider>
      {data && items.length > 0 && <OlderMessages cursor={data.next} onEnd={focusMessage} />}
    </section>
  );
}
