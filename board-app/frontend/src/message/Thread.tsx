import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Message } from '../api/messages';
import { Composer } from '../composer/Composer';
import { useStrings } from '../i18n/strings';
import { useBoardConfig } from '../shell/useBoardConfig';
import { MessageItem } from './MessageItem';
import { Replies } from './Replies';
import styles from './Thread.module.css';

interface ThreadProps {
  message: Message;
  position?: number;
  total?: number;
  isLinked?: boolean;
}

/** A message with its answers, which show on request. An API without replies gets none. */
export function Thread({ message, ...place }: ThreadProps) {
  const strings = useStrings();
  const { posting } = useBoardConfig();
  const [isOpen, setOpen] = useState(false);
  const [isReplying, setReplying] = useState(false);
  const count = message.replyCount ?? 0;
  const takesReplies = message.replyCount !== undefined && posting !== 'closed' && !message.deleted;
  const reply = () => {
    setOpen(true);
    setReplying(true);
  };
  const stopReplying = () => {
    setReplying(false);
    document.getElementById(`m-${message.id}`)?.focus();
  };
  return (
    <MessageItem message={message} {...place} onReply={takesReplies ? reply : undefined}>
      {count > 0 && (
        <Button
          className={`link-button ${styles.toggle}`}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {strings.message.replies(count)}
        </Button>
      )}
      {isOpen && (
        <div className={styles.thread}>
          <Replies parent={message} />
          {isReplying && <Composer parent={message} onDone={stopReplying} />}
        </div>
      )}
    </MessageItem>
  );
}
