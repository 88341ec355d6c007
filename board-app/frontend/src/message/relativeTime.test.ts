import { expect, test } from 'vitest';
import { relativeTime } from './relativeTime';

const NOW = new Date('2026-11-21T12:00:00Z');

test.each([
  ['2026-11-21T11:59:30Z', 'just now'],
  ['2026-11-21T12:03:00Z', 'just now'],
  ['2026-11-21T11:59:00Z', '1 minute ago'],
  ['2026-11-21T11:00:01Z', '59 minutes ago'],
  ['2026-11-21T10:30:00Z', '1 hour ago'],
  ['2026-11-20T12:00:00Z', 'yesterday'],
  ['2026-11-15T12:00:00Z', '6 days ago'],
  ['2026-11-14T12:00:00Z', 'Nov 14, 2026'],
])('at noon of 21 November 2026, %s is told as "%s"', (instant, words) => {
  expect(relativeTime(new Date(instant), NOW, 'en', 'just now')).toBe(words);
});
