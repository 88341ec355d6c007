import { act, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { CONFIG, MESSAGES, problem, server } from '../../test/fakeBoard';
import { openPage } from '../../test/page';
import { tokenOf } from '../message/ownMessages';

function configured(settings: Record<string, string | number | boolean>) {
  server.use(http.get(CONFIG, () => HttpResponse.json({ title: 'Team board', ...settings })));
}

describe('what the operator set', () => {
  test('the footer tells which pod answered, where the board shows it', async () => {
    configured({ showServedBy: true });
    server.use(
      http.get('*/api/v1/about', () =>
        HttpResponse.json({ servedBy: { pod: 'team-api-7c9d5b6f4-x7k2p', ip: '10.0.1.7' } }),
      ),
    );
    openPage();
    expect(await screen.findByText('Served by Host-x7k2p (10.0.1.7)')).toBeVisible();
  });

  test("the board's colour becomes the accent, also of the next visit's first paint", async () => {
    configured({ accent: '#00695c' });
    openPage();
    const { style } = document.documentElement;
    await waitFor(() => expect(style.getPropertyValue('--accent-light')).toBe('#00695c'));
    expect(localStorage.getItem('messageboard.accent')).toContain('#00695c');
  });

  test('a closed board takes no messages', async () => {
    configured({ posting: 'closed' });
    openPage();
    expect(await screen.findByText('This board takes no new messages.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Post message' })).not.toBeInTheDocument();
  });

  test('on a moderated board a message is held, and its writer is told', async () => {
    configured({ posting: 'moderated' });
    server.use(
      http.post(MESSAGES, () =>
        HttpResponse.json({ id: '9', editToken: 'mine', pending: true }, { status: 202 }),
      ),
    );
    const { user } = openPage();
    expect(await screen.findByText(/once a moderator has approved them/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Noor');
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hi{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Your message will appear once/, { selector: 'p' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('');
    expect(tokenOf('9')).toBe('mine');
  });

  test('a board with markup shows on request what it would make of a text', async () => {
    configured({ markup: 'markdown' });
    server.use(http.post('*/api/v1/preview', () => HttpResponse.json({ html: '<p>Very <em>nice</em></p>' })));
    const { user } = openPage();
    await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'Very *nice*');
    await user.click(await screen.findByRole('button', { name: 'Preview' }));
    expect((await screen.findByText('nice')).tagName).toBe('EM');
  });
});

describe('what the reader chose', () => {
  test('a theme goes before the system, here and on the next visit', async () => {
    const { user } = openPage();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('messageboard.theme')).toBe('"dark"');
    await user.click(screen.getByRole('radio', { name: 'Automatic' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  test('another language is fetched and kept', async () => {
    const { user } = openPage();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'nl');
    expect(await screen.findByRole('heading', { name: 'Berichten' })).toBeVisible();
    expect(document.documentElement.lang).toBe('nl');
    expect(localStorage.getItem('messageboard.language')).toBe('"nl"');
  });
});

test('without a connection the page says why nothing moves', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  openPage();
  expect(screen.getByText(/nothing is sent until you post it/)).toBeVisible();
});

test('who posts too often sees the seconds to wait, and may try again after them', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  server.use(
    http.post(MESSAGES, () => problem(429, { title: 'Too many requests' }, { 'retry-after': '7' }), {
      once: true,
    }),
  );
  const { user } = openPage();
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Noor');
  await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hi{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/Retry in \d seconds/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Retry' })).toBeDisabled();
  for (let second = 0; second < 8; second += 1) await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(screen.getByRole('button', { name: 'Retry' })).toBeEnabled();
});
