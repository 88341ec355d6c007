import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { RelativeTime } from './RelativeTime';

test('the time stays true while the page is open, and carries the exact instant', () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:10Z') });
  render(<RelativeTime instant="2026-11-21T12:00:00.123456Z" />);
  const time = screen.getByText('just now');
  expect(time).toHaveAttribute('datetime', '2026-11-21T12:00:00.123456Z');
  expect(time).toHaveAttribute('title', expect.stringContaining('November 21, 2026'));

  act(() => vi.advanceTimersByTime(120_000));
  expect(time).toHaveTextContent('2 minutes ago');
});
