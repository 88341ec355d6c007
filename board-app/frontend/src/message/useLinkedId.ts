import { useEffect, useSyncExternalStore } from 'react';
import { elementId } from './MessageItem';

const PREFIX = '#m-';

function subscribe(onChange: () => void) {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

function linkedId(): string | null {
  const { hash } = window.location;
  return hash.startsWith(PREFIX) ? decodeURIComponent(hash.slice(PREFIX.length)) : null;
}

/** The message that the address of the page names, which is shown to whoever follows such a link. */
export function useLinkedId(): string | null {
  return useSyncExternalStore(subscribe, linkedId);
}

/** Once the linked message is there, it is in view and under the keyboard. */
export function useArrival(id: string | null, isThere: boolean) {
  useEffect(() => {
    if (id === null || !isThere) return;
    const element = document.getElementById(elementId(id));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, [id, isThere]);
}
