import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { Failure } from '../shell/Failure';
import { DeleteDialog } from './DeleteDialog';
import { EmptyState } from './EmptyState';
import { elementId, MessageItem } from './MessageItem';
import styles from './MessageList.module.css';
import { OlderMessages } from './OlderMessages';
import { Skeleton } from './Skeleton';
import { useMessages } from './useMessages';

export function MessageList() {
  const { list, deletion } = useStrings();
  const announce = useAnnounce();
  const { data, error, refetch, isFetching, isPending } = useMessages();
  const [doomed, setDoomed] = useState<Message | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusMessage = useFocusMessage(heading);
  const items = data?.items ?? [];

  const deleted = (message: Message) => {
    const index = items.findIndex((item) => item.id === message.id);
    focusMessage((items[index + 1] ?? items[index - 1])?.id);
    setDoomed(null);
    announce(deletion.deleted);
  };

  return (
    <section id="messages" aria-labelledby="messages-heading" tabIndex={-1}>
      <h2 id="messages-heading" className={styles.heading} ref={heading} tabIndex={-1}>
        {list.heading}
      </h2>
      {error && (
        <Failure error={error} title={data && list.stale} onRetry={refetch} isRetrying={isFetching} />
      )}
      {isPending && !error && <Skeleton />}
      {data && items.length === 0 && <EmptyState />}
      {items.length > 0 && (
        <div role="feed" aria-labelledby="messages-heading" className={styles.feed}>
          {items.map((message, index) => (
            <MessageItem
              key={message.id}
              message={message}
              position={index + 1}
              total={data?.next === null ? items.length : -1}
              onDelete={setDoomed}
            />
          ))}
        </div>
      )}
      {data && items.length > 0 && <OlderMessages cursor={data.next} onEnd={focusMessage} />}
      {doomed && <DeleteDialog message={doomed} onClose={() => setDoomed(null)} onDeleted={deleted} />}
    </section>
  );
}

/** Where the keyboard goes when what was under it has gone: to a message, or to the heading. */
function useFocusMessage(fallback: RefObject<HTMLElement | null>) {
  const [target, setTarget] = useState<{ messageId: string | undefined } | null>(null);
  useEffect(() => {
    if (target === null) return;
    const message = target.messageId && document.getElementById(elementId(target.messageId));
    (message || fallback.current)?.focus();
  }, [target, fallback]);
  return (messageId: string | undefined) => setTarget({ messageId });
}
