import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { livingBoard, MESSAGE, server, unavailable } from '../../test/fakeBoard';
import { messageBy, openPage, shownBodies } from '../../test/page';

async function askToDelete(user: UserEvent, author: string) {
  await user.click(await screen.findByRole('button', { name: `Delete the message by ${author}` }));
  return within(await screen.findByRole('alertdialog'));
}

test('nothing is deleted without asking, and the harmless answer has the focus', async () => {
  livingBoard(2);
  const { user } = openPage();
  const dialog = await askToDelete(user, 'Author 2');
  expect(screen.getByRole('alertdialog')).toHaveAccessibleName('Delete this message?');
  expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(/cannot be undone/);
  expect(dialog.getByText('Text 2')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(shownBodies()).toEqual(['Text 2', 'Text 1']);
});

test('Escape leaves the message alone and returns to its button', async () => {
  livingBoard(1);
  const { user } = openPage();
  await askToDelete(user, 'Author 1');
  await user.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Delete the message by Author 1' })).toHaveFocus(),
  );
});

test.each([
  ['the next message', 3, 'Author 2', 'Author 1'],
  ['the previous message when it was the last', 2, 'Author 1', 'Author 2'],
])('after a deletion the focus moves to %s', async (_, count, deleted, focused) => {
  livingBoard(count);
  const { user } = openPage();
  const dialog = await askToDelete(user, deleted);
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(shownBodies()).toHaveLength(count - 1);
  expect(await messageBy(focused)).toHaveFocus();
  expect(screen.getByRole('log')).toHaveTextContent('Message deleted.');
});

test('after the only message has gone the focus is at the heading of the list', async () => {
  livingBoard(1);
  const { user } = openPage();
  const dialog = await askToDelete(user, 'Author 1');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('No messages yet')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Messages' })).toHaveFocus();
});

test('a deletion that fails says why, and the dialog stays for another try', async () => {
  livingBoard(1);
  server.use(http.delete(MESSAGE, unavailable, { once: true }));
  const { user } = openPage();
  const dialog = await askToDelete(user, 'Author 1');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('The database is away.');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('No messages yet')).toBeVisible();
});

test('a deletion under way is seen through: Escape does not hide how it ends', async () => {
  livingBoard(1);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.use(
    http.delete(MESSAGE, async () => {
      await released;
      return unavailable();
    }),
  );
  const { user } = openPage();
  const dialog = await askToDelete(user, 'Author 1');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await dialog.findByRole('button', { name: /Deleting…/ });
  await user.keyboard('{Escape}');
  release();
  expect(await dialog.findByRole('alert')).toHaveTextContent('The database is away.');
});

test('a message that somebody else has deleted counts as deleted', async () => {
  const messages = livingBoard(1);
  const { user } = openPage();
  const dialog = await askToDelete(user, 'Author 1');
  messages.pop();
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('No messages yet')).toBeVisible();
});
