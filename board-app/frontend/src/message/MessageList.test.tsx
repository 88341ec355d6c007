import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { livingBoard, MESSAGE, MESSAGES, message, server, unavailable } from '../../test/fakeBoard';
import { announcements, messageBy, openPage, shownBodies } from '../../test/page';
import type { MessagePage } from '../api/messages';
import { POLL_INTERVAL_MS } from './useMessages';

/** A board that answers a listing with `page`, but not before `release` is called. */
function heldBack(page: MessagePage) {
  const listing = { release: () => {}, calledOff: false };
  const released = new Promise<void>((resolve) => {
    listing.release = resolve;
  });
  server.use(
    http.get(MESSAGES, async ({ request }) => {
      request.signal.addEventListener('abort', () => {
        listing.calledOff = true;
      });
      await released;
      return HttpResponse.json(page);
    }),
  );
  return listing;
}

describe('the list', () => {
  test('says that it is loading until the messages are there', async () => {
    const answer = heldBack({ items: [message(1)], next: null });
    openPage();
    expect(screen.getByRole('status')).toHaveTextContent('Loading messages…');
    answer.release();
    expect(await messageBy('Author 1')).toBeVisible();
    expect(screen.queryByText('Loading messages…')).not.toBeInTheDocument();
  });

  test('invites to write when there is nothing yet', async () => {
    openPage();
    expect(await screen.findByText('No messages yet')).toBeVisible();
    expect(screen.queryByRole('feed')).not.toBeInTheDocument();
  });

  test('shows the newest message first', async () => {
    livingBoard(3);
    openPage();
    await messageBy('Author 3');
    expect(shownBodies()).toEqual(['Text 3', 'Text 2', 'Text 1']);
    expect(screen.getByText('You have reached the first message.')).toBeVisible();
  });

  test('tells assistive technology where in the list a message stands', async () => {
    livingBoard(2);
    openPage();
    expect(await messageBy('Author 1')).toHaveAttribute('aria-posinset', '2');
    expect(await messageBy('Author 1')).toHaveAttribute('aria-setsize', '2');
  });
});

describe('older messages', () => {
  test('come page by page until the first one is reached', async () => {
    livingBoard(45);
    const { user } = openPage();
    await user.click(await screen.findByText('Load older'));
    await screen.findByText('Text 6');
    await user.click(screen.getByText('Load older'));
    await screen.findByText('Text 1');
    expect(shownBodies()).toHaveLength(45);
    expect(screen.queryByText('Load older')).not.toBeInTheDocument();
    expect(announcements()).toContain('5 older messages loaded.');
    expect(await messageBy('Author 5')).toHaveFocus();
  });

  test('that cannot be loaded leave the list as it is and can be asked for again', async () => {
    livingBoard(21);
    const { user } = openPage();
    const loadOlder = await screen.findByRole('button', { name: 'Load older' });
    server.use(http.get(MESSAGES, unavailable, { once: true }));
    await user.click(loadOlder);
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    expect(shownBodies()).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await messageBy('Author 1')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('a list that cannot be loaded', () => {
  test('says why, and loads on request', async () => {
    livingBoard(1);
    server.use(http.get(MESSAGES, unavailable, { once: true }));
    const { user } = openPage();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Service unavailable');
    expect(alert).toHaveTextContent('The database is away.');
    await user.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await messageBy('Author 1')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Messages' })).toHaveFocus();
  });

  test('goes on saying why while it tries again', async () => {
    server.use(http.get(MESSAGES, unavailable, { once: true }));
    const { user } = openPage();
    const alert = await screen.findByRole('alert');
    const answer = heldBack({ items: [message(1)], next: null });
    await user.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await within(alert).findByRole('button', { name: /Retrying…/ })).toBeVisible();
    expect(alert).toHaveTextContent('The database is away.');
    expect(screen.queryByText('Loading messages…')).not.toBeInTheDocument();
    answer.release();
    expect(await messageBy('Author 1')).toBeVisible();
    expect(alert).not.toBeInTheDocument();
  });

  test('says so when there is no connection at all', async () => {
    server.use(http.get(MESSAGES, () => HttpResponse.error()));
    openPage();
    expect(await screen.findByRole('alert')).toHaveTextContent('The board cannot be reached');
  });
});

test('a post that gets through brings back a list that could not be loaded before', async () => {
  livingBoard(1);
  server.use(http.get(MESSAGES, unavailable, { once: true }));
  const { user } = openPage();
  await screen.findByRole('alert');
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Noor');
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hi{Control>}{Enter}{/Control}');
  await messageBy('Noor');
  expect(shownBodies()).toEqual(['Hi', 'Text 1']);
});

describe('while the page stays open', () => {
  async function nextPoll(afterMs = POLL_INTERVAL_MS) {
    await act(() => vi.advanceTimersByTimeAsync(afterMs));
  }

  function returnToPage() {
    return act(async () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  }

  function openWithFakeTime() {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    return openPage();
  }

  test('what others write is told and waits to be asked for; what they delete goes', async () => {
    const messages = livingBoard(2);
    openWithFakeTime();
    await messageBy('Author 2');
    messages.splice(1, 1);
    messages.unshift(message(3));
    await nextPoll();
    const pill = await screen.findByRole('button', { name: '1 new message' });
    expect(shownBodies()).toEqual(['Text 2']);
    expect(announcements()).toContain('1 new message');
    fireEvent.click(pill);
    expect(await messageBy('Author 3')).toHaveFocus();
    expect(shownBodies()).toEqual(['Text 3', 'Text 2']);
  });

  test('a failed refresh keeps the messages, says that they may be old, and heals', async () => {
    livingBoard(1);
    openWithFakeTime();
    await messageBy('Author 1');
    server.use(http.get(MESSAGES, unavailable, { once: true }));
    await nextPoll();
    expect(await screen.findByRole('alert')).toHaveTextContent('These messages may be out of date');
    expect(shownBodies()).toEqual(['Text 1']);
    await nextPoll();
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });

  test('the board is not asked before the time that it wished for', async () => {
    let asked = 0;
    server.use(
      http.get(MESSAGES, () => {
        asked += 1;
        return new HttpResponse(null, { status: 429, headers: { 'retry-after': '60' } });
      }),
    );
    openWithFakeTime();
    await screen.findByRole('alert');
    await nextPoll(59_000);
    expect(asked).toBe(1);
    await nextPoll(2_000);
    expect(asked).toBe(2);
  });

  test('a copy that a cache is just renewing is asked for again soon', async () => {
    livingBoard(2);
    const old = HttpResponse.json(
      { items: [message(1)], next: null },
      { headers: { 'x-cache': 'UPDATING' } },
    );
    server.use(http.get(MESSAGES, () => old, { once: true }));
    openWithFakeTime();
    await messageBy('Author 1');
    await nextPoll(2_000);
    fireEvent.click(await screen.findByRole('button', { name: '1 new message' }));
    expect(shownBodies()).toEqual(['Text 2', 'Text 1']);
  });

  test('a hidden page asks for nothing', async () => {
    let asked = 0;
    server.use(
      http.get(MESSAGES, () => {
        asked += 1;
        return HttpResponse.json({ items: [], next: null });
      }),
    );
    openWithFakeTime();
    await screen.findByText('No messages yet');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await nextPoll(10 * POLL_INTERVAL_MS);
    expect(asked).toBe(1);
  });

  test('older messages that were loaded stay, however much was written meanwhile', async () => {
    const messages = livingBoard(45);
    const { user } = openPage();
    await user.click(await screen.findByText('Load older'));
    await screen.findByText('Text 6');
    messages.unshift(...Array.from({ length: 30 }, (_, index) => message(75 - index)));
    await returnToPage();
    await user.click(await screen.findByText('30 new messages', { selector: 'button' }));
    await screen.findByText('Text 75');
    expect(shownBodies().length).toBeGreaterThanOrEqual(40);
    expect(new Set(shownBodies()).size).toBe(shownBodies().length);
    expect(screen.getByText('Text 46')).toBeVisible();
  });

  test('a refresh that set out before a post does not take the post away', async () => {
    const messages = livingBoard(1);
    const { user } = openPage();
    await messageBy('Author 1');
    const refresh = heldBack({ items: [...messages], next: null });
    await returnToPage();
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Noor');
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hi{Control>}{Enter}{/Control}');
    expect(await messageBy('Noor')).toBeVisible();
    expect(refresh.calledOff).toBe(true);
    refresh.release();
  });
});

describe('after a reload, while a cache still has the list of a second ago', () => {
  async function reload({ unmount }: { unmount: () => void }) {
    unmount();
    openPage();
    await messageBy('Author 1');
  }

  test('what was just posted is there', async () => {
    livingBoard(1);
    const page = openPage();
    await messageBy('Author 1');
    await page.user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Noor');
    await page.user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hi{Control>}{Enter}{/Control}');
    await messageBy('Noor');
    server.use(http.get(MESSAGES, () => HttpResponse.json({ items: [message(1)], next: null })));
    await reload(page);
    expect(shownBodies()).toEqual(['Hi', 'Text 1']);
  });

  test('what was just deleted is gone, even if the deletion is still on its way', async () => {
    livingBoard(2);
    server.use(http.delete(MESSAGE, () => new Promise<never>(() => {})));
    const page = openPage();
    await messageBy('Author 1');
    await page.user.click(screen.getAllByRole('button', { name: 'Delete' })[0] as HTMLElement);
    act(() => void dispatchEvent(new Event('pagehide')));
    await reload(page);
    expect(shownBodies()).toEqual(['Text 1']);
  });
});
