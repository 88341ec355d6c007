const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Made once for a language: to make one takes longer than to write a whole list with it. */
const formats = new Map<string, ReturnType<typeof formatsOf>>();

function formatsOf(locale: string) {
  return {
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
  };
}

function formatsFor(locale: string) {
  const known = formats.get(locale) ?? formatsOf(locale);
  formats.set(locale, known);
  return known;
}

/** Relative within a week, then the date. A clock that runs behind the server's never shows a future. */
export function relativeTime(then: Date, now: Date, locale: string, justNow: string): string {
  const age = now.getTime() - then.getTime();
  if (age < MINUTE) return justNow;
  const { relative, date } = formatsFor(locale);
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour');
  if (age < WEEK) return relative.format(-Math.floor(age / DAY), 'day');
  return date.format(then);
}

export function absoluteTime(then: Date, locale: string): string {
  return formatsFor(locale).exact.format(then);
}
