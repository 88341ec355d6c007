import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import type { MessageList } from './messageList';
import { revealed } from './messageList';
import styles from './NewMessages.module.css';
import { useReveal } from './useMessages';

interface NewMessagesProps {
  list: MessageList;
  /** The first of the new messages. */
  onShown: (messageId: string | undefined) => void;
}

/** What others wrote meanwhile is told, and shown on request: nothing that is being read moves. */
export function NewMessages({ list, onShown }: NewMessagesProps) {
  const strings = useStrings();
  const announce = useAnnounce();
  const reveal = useReveal();
  const count = list.waiting.length;
  const text = list.afresh ? strings.list.waitingMany : count > 0 ? strings.list.waiting(count) : null;
  useEffect(() => {
    if (text) announce(text);
  }, [text, announce]);
  if (text === null) return null;
  const show = () => {
    reveal();
    onShown(list.waiting[0] ?? revealed(list).items[0]?.id);
  };
  return (
    <div className={styles.place}>
      <Button className={`button primary ${styles.pill}`} onPress={show}>
        <span aria-hidden="true">↑</span> {text}
      </Button>
    </div>
  );
}
