import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { message } from '../../test/fakeBoard';
import { DeletionsProvider } from './Deletions';
import { MessageItem } from './MessageItem';

function show(changes: Parameters<typeof message>[1]) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DeletionsProvider onDeleted={() => {}}>
        <MessageItem message={message(7, changes)} />
      </DeletionsProvider>
    </QueryClientProvider>,
  );
  return screen.getByRole('article');
}

test('a message is named by its author and its time', () => {
  const article = show({ author: 'Noor', createdAt: '2020-01-31T12:00:00Z' });
  expect(article).toHaveAccessibleName('Noor Jan 31, 2020');
  expect(within(article).getByRole('heading', { name: 'Noor' })).toBeVisible();
});

test('what people write finds its own direction', () => {
  const article = show({ author: 'عمر', body: 'مرحبا' });
  expect(within(article).getByRole('heading')).toHaveAttribute('dir', 'auto');
  expect(within(article).getByText('مرحبا')).toHaveAttribute('dir', 'auto');
});

test('markup in a message is text', () => {
  const article = show({
    author: '<b>Bob</b>',
    body: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  });
  expect(within(article).getByText('<b>Bob</b>')).toBeVisible();
  expect(article.querySelector('img, script, b')).toBeNull();
});

test('what the server made of markup is cleaned again before it is shown', async () => {
  const html =
    '<p>Hi <strong>all</strong> <img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a></p>';
  const article = show({ body: 'Hi **all**', html });
  expect((await within(article).findByText('all')).tagName).toBe('STRONG');
  expect(article.querySelector('img, [onerror], a[href^="javascript"]')).toBeNull();
});

test('a message that was edited or pinned says so, and its time is its link', () => {
  const article = show({ editedAt: '2026-11-20T10:05:00Z', pinned: true });
  expect(within(article).getByText('edited')).toBeVisible();
  expect(within(article).getByText('Pinned')).toBeVisible();
  expect(within(article).getByRole('link')).toHaveAttribute('href', '#m-7');
});

test('a deleted message with replies keeps its place, without its words', () => {
  const article = show({ deleted: true, author: '', body: '', replyCount: 2 });
  expect(within(article).getByText('This message was deleted.')).toBeVisible();
  expect(within(article).queryByRole('button')).not.toBeInTheDocument();
});

test('the buttons of a message stand in a group that says whose message it is', () => {
  const article = show({ author: 'Noor' });
  const group = within(article).getByRole('group', { name: 'Actions for the message by Noor' });
  expect(within(group).getByRole('button', { name: 'Delete' })).toBeVisible();
});
