import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Message } from '../api/messages';
import { noteDeletion, useDeleteMessage } from './useWrites';

export const UNDO_MS = 10_000;

interface Deletions {
  /** `undoable`: still there for everybody else. */
  stateOf: (id: string) => { error?: Error } | undefined;
  start: (message: Message) => void;
  undo: (message: Message) => void;
  /** Deletes now. */
  finish: (message: Message) => void;
}

const DeletionsContext = createContext<Deletions | null>(null);

export function useDeletions(): Deletions {
  const deletions = useContext(DeletionsContext);
  if (deletions === null) throw new Error('a message needs DeletionsProvider around it');
  return deletions;
}

/** Deletions happen a while after they were asked for, or at once when the page is left: until then they can be undone. */
export function DeletionsProvider({ children, onDeleted }: { children: ReactNode; onDeleted: () => void }) {
  const { mutate } = useDeleteMessage();
  const [states, setStates] = useState<ReadonlyMap<string, { error?: Error }>>(new Map());
  const timers = useRef(new Map<string, { message: Message; timer: ReturnType<typeof setTimeout> }>());

  const mark = (id: string, state: { error?: Error } | undefined) =>
    setStates((known) => {
      const next = new Map(known);
      if (state) next.set(id, state);
      else next.delete(id);
      return next;
    });
  const stop = (id: string) => {
    clearTimeout(timers.current.get(id)?.timer);
    timers.current.delete(id);
  };
  const finish = useRef((_: Message) => {});
  finish.current = (message) => {
    stop(message.id);
    mutate(message, {
      onSuccess: () => {
        mark(message.id, undefined);
        onDeleted();
      },
      onError: (error) => mark(message.id, { error }),
    });
  };

  useEffect(() => {
    const finishAll = () => {
      for (const { message } of [...timers.current.values()]) {
        noteDeletion(message);
        finish.current(message);
      }
    };
    addEventListener('pagehide', finishAll);
    return () => removeEventListener('pagehide', finishAll);
  }, []);

  const value: Deletions = {
    stateOf: (id) => states.get(id),
    start: (message) => {
      mark(message.id, {});
      const timer = setTimeout(() => finish.current(message), UNDO_MS);
      timers.current.set(message.id, { message, timer });
    },
    undo: (message) => {
      stop(message.id);
      mark(message.id, undefined);
    },
    finish: (message) => {
      mark(message.id, {});
      finish.current(message);
    },
  };
  return <DeletionsContext value={value}>{children}</DeletionsContext>;
}
