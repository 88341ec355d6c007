import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { elementId } from './MessageItem';

/** Leads the keyboard to a message once it is there, or to the fallback. */
export function useFocusMessage(fallback: RefObject<HTMLElement | null>) {
  const [target, setTarget] = useState<{ messageId: string | undefined } | null>(null);
  useEffect(() => {
    if (target === null) return;
    const message = target.messageId && document.getElementById(elementId(target.messageId));
    (message || fallback.current)?.focus();
  }, [target, fallback]);
  return (messageId: string | undefined) => setTarget({ messageId });
}

/** A keyboard that was on something which has gone returns to what stands there now, or above it, or to the fallback. */
export function usePlace(fallback: RefObject<HTMLElement | null>) {
  const feed = useRef<HTMLDivElement>(null);
  const place = useRef(0);
  const [loss, setLoss] = useState(0);
  useEffect(() => {
    if (loss === 0 || document.activeElement !== document.body) return;
    const at = (position: number) =>
      feed.current?.querySelector<HTMLElement>(`:scope > [aria-posinset="${position}"]`);
    (at(place.current) ?? at(place.current - 1) ?? fallback.current)?.focus();
  }, [loss, fallback]);
  return {
    feed,
    rememberPlace: ({ target }: FocusEvent) => {
      place.current = Number(target.closest('[aria-posinset]')?.getAttribute('aria-posinset'));
    },
    returnToPlace: () => setLoss((count) => count + 1),
  };
}
