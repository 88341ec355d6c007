import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { expect, test, vi } from 'vitest';
import { livingBoard, MESSAGE, server, unavailable } from '../../test/fakeBoard';
import { announcements, messageBy, openPage, shownBodies } from '../../test/page';
import { UNDO_MS } from './Deletions';

async function deleteFirst(count: number) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const messages = livingBoard(count);
  openPage();
  await messageBy(`Author ${count}`);
  fireEvent.click(screen.getAllByRole('button', { name: 'Delete' })[0] as HTMLElement);
  expect(await screen.findByRole('button', { name: 'Undo' })).toHaveFocus();
  return messages;
}

const timeIsUp = () => act(() => vi.advanceTimersByTimeAsync(UNDO_MS));

test('a deleted message can be brought back, and nobody else has missed it', async () => {
  const messages = await deleteFirst(2);
  expect(screen.queryByText('Text 2')).not.toBeInTheDocument();
  expect(announcements()).toContain('Message deleted.');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await messageBy('Author 2')).toHaveFocus();
  await timeIsUp();
  expect(messages).toHaveLength(2);
});

test('after its time the message is gone, and the keyboard is at what stands in its place', async () => {
  const messages = await deleteFirst(2);
  await timeIsUp();
  await waitFor(() => expect(messages).toHaveLength(1));
  await waitFor(() => expect(shownBodies()).toEqual(['Text 1']));
  expect(await messageBy('Author 1')).toHaveFocus();
});

test('after the only message has gone the keyboard is at the heading of the list', async () => {
  await deleteFirst(1);
  await timeIsUp();
  expect(await screen.findByText('No messages yet')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Messages' })).toHaveFocus();
});

test('who leaves the page has decided', async () => {
  const messages = await deleteFirst(2);
  act(() => void dispatchEvent(new Event('pagehide')));
  await waitFor(() => expect(messages).toHaveLength(1));
});

test('a deletion that fails says why, and can be tried again', async () => {
  server.use(http.delete(MESSAGE, unavailable, { once: true }));
  const messages = await deleteFirst(1);
  server.use(http.delete(MESSAGE, unavailable, { once: true }));
  await timeIsUp();
  expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(messages).toHaveLength(0));
});
