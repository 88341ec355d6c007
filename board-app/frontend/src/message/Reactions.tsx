import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { isMine, rememberReaction } from './ownReactions';
import styles from './Reactions.module.css';
import { useReaction } from './useWrites';

const SIGNS = { like: '👍', heart: '❤️', laugh: '😄', surprised: '😮', sad: '😢', thanks: '🙏' } as const;
const NAMES = Object.keys(SIGNS) as (keyof typeof SIGNS)[];

/** The answers without words: those that were given, and the others on request. */
export function Reactions({ message }: { message: Message }) {
  const { reaction } = useStrings();
  const announce = useAnnounce();
  const { mutate } = useReaction(message);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const countOf = (name: string) => message.reactions?.[name] ?? 0;
  const toggle = (name: string) => {
    const on = !isMine(message.id, name);
    rememberReaction(message.id, name, on);
    // The last of its kind goes, and its button with it.
    if (!on && !isOpen && countOf(name) === 1) opener.current?.focus();
    const failed = () => {
      rememberReaction(message.id, name, !on);
      announce(reaction.failed);
    };
    mutate({ name, on }, { onError: failed });
  };
  return (
    <div className={styles.reactions}>
      {NAMES.filter((name) => isOpen || countOf(name) > 0).map((name) => (
        <Button
          key={name}
          className={styles.reaction ?? ''}
          aria-pressed={isMine(message.id, name)}
          aria-label={reaction.label(reaction[name], countOf(name))}
          onPress={() => toggle(name)}
        >
          <span aria-hidden="true">{SIGNS[name]}</span> {countOf(name) > 0 && countOf(name)}
        </Button>
      ))}
      <Button
        ref={opener}
        className={styles.add ?? ''}
        aria-expanded={isOpen}
        aria-label={reaction.add}
        onPress={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <circle cx="9" cy="11" r="7" />
          <path d="M6.5 13c1 1.4 4 1.4 5 0M6.7 9.2v.6M11.3 9.2v.6M16 1.5v5M13.5 4h5" />
        </svg>
      </Button>
    </div>
  );
}
