import { createContext, type ReactNode, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Says a sentence to people who do not see what has just happened. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

/** The one polite live region of the page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [announcement, setAnnouncement] = useState({ text: '', turn: 0 });
  const [announce] = useState(
    () => (text: string) => setAnnouncement(({ turn }) => ({ text, turn: turn + 1 })),
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="log" aria-live="polite">
        <span key={announcement.turn}>{announcement.text}</span>
      </div>
    </AnnounceContext>
  );
}
