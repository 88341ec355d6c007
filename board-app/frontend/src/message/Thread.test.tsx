import { screen, waitFor, within } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { MESSAGE, MESSAGES, message, problem, server } from '../../test/fakeBoard';
import { openPage } from '../../test/page';
import type { Message, NewMessage } from '../api/messages';

/** A board with one question and its answers. */
function boardWithReplies(...replies: Message[]) {
  const listOf = (parent: string | null) =>
    parent === 'none' ? [message(1, { replyCount: replies.length })] : replies;
  server.use(
    http.get(MESSAGES, ({ request }) => {
      const parent = new URL(request.url).searchParams.get('parent');
      return HttpResponse.json({ items: listOf(parent), next: null });
    }),
    http.post(MESSAGES, async ({ request }) => {
      const posted = message(9, { ...((await request.json()) as NewMessage), replyCount: 0 });
      replies.unshift(posted);
      return HttpResponse.json(posted, { status: 201 });
    }),
  );
}

const reply = (id: number) => message(id, { parentId: '1', replyCount: 0 });

afterEach(() => {
  window.location.hash = '';
});

test('answers show on request, the oldest first', async () => {
  boardWithReplies(reply(3), reply(2));
  const { user } = openPage();
  await user.click(await screen.findByRole('button', { name: '2 replies' }));
  await screen.findByText('Text 2');
  const inside = screen.getAllByRole('article').map((article) => article.id);
  expect(inside).toEqual(['m-1', 'm-2', 'm-3']);
});

test('a reply is written under what it answers, and stands there once it is posted', async () => {
  boardWithReplies();
  const { user } = openPage();
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  const form = within(screen.getByRole('form', { name: 'Reply to Author 1' }));
  expect(form.getByRole('textbox', { name: 'Your name' })).toHaveFocus();
  await user.type(form.getByRole('textbox', { name: 'Your name' }), 'Noor');
  await user.type(form.getByRole('textbox', { name: 'Reply' }), 'Me too');
  await user.click(form.getByRole('button', { name: 'Post reply' }));
  expect(await screen.findByText('Me too')).toBeVisible();
  expect(screen.getByRole('button', { name: '1 reply' })).toBeVisible();
  expect(screen.queryByRole('form', { name: 'Reply to Author 1' })).not.toBeInTheDocument();
});

test('a reply that is posted closes its form, however long its thread is in coming', async () => {
  boardWithReplies();
  const { user } = openPage();
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  const form = within(screen.getByRole('form', { name: 'Reply to Author 1' }));
  await user.type(form.getByRole('textbox', { name: 'Your name' }), 'Noor');
  await user.type(form.getByRole('textbox', { name: 'Reply' }), 'Me too');
  server.use(http.get(MESSAGES, () => delay('infinite')));
  await user.click(form.getByRole('button', { name: 'Post reply' }));
  expect(await screen.findByText('Me too')).toBeVisible();
  await waitFor(() =>
    expect(screen.queryByRole('form', { name: 'Reply to Author 1' })).not.toBeInTheDocument(),
  );
});

test('a draft of a reply waits under the message that it answers', async () => {
  boardWithReplies();
  const { user, unmount } = openPage();
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  await user.type(screen.getByRole('textbox', { name: 'Reply' }), 'Half a thought');
  unmount();
  openPage();
  expect(await screen.findByRole('textbox', { name: 'Message' })).toHaveValue('');
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  expect(screen.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a thought');
});

test('a link leads to its message, however far down that is', async () => {
  boardWithReplies();
  server.use(http.get(MESSAGE, ({ params }) => HttpResponse.json(message(Number(params.id)))));
  window.location.hash = '#m-7';
  openPage();
  const linked = await screen.findByRole('region', { name: 'The message you followed a link to' });
  expect(within(linked).getByRole('article')).toHaveFocus();
  expect(linked).toHaveTextContent('Text 7');
});

test('a link to one of the newest messages leads to it in the list', async () => {
  boardWithReplies();
  window.location.hash = '#m-1';
  openPage();
  expect(await screen.findByRole('article')).toHaveFocus();
  expect(
    screen.queryByRole('region', { name: 'The message you followed a link to' }),
  ).not.toBeInTheDocument();
});

test('a link to a message that is gone says so', async () => {
  boardWithReplies();
  server.use(http.get(MESSAGE, () => problem(410, { title: 'Deleted' })));
  window.location.hash = '#m-7';
  openPage();
  expect(
    await screen.findByText('The message you followed a link to does not exist any more.'),
  ).toBeVisible();
});
