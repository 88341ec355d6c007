import { useEffect, useState } from 'react';
import { useStrings } from '../i18n/strings';
import { absoluteTime, relativeTime } from './relativeTime';

/** "5 minutes ago", kept true while the page stays open; the exact time is its title. */
export function RelativeTime({ instant, id }: { instant: string; id?: string }) {
  const { locale, time } = useStrings();
  const now = useNow();
  const then = new Date(instant);
  return (
    <time id={id} dateTime={instant} title={absoluteTime(then, locale)}>
      {relativeTime(then, now, locale, time.now)}
    </time>
  );
}

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
