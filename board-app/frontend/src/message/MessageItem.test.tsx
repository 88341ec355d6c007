import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { message } from '../../test/fakeBoard';
import { MessageItem } from './MessageItem';

function show(changes: Parameters<typeof message>[1]) {
  render(<MessageItem message={message(7, changes)} position={1} total={-1} onDelete={() => {}} />);
  return screen.getByRole('article');
}

test('a message is named by its author and its time', () => {
  const article = show({ author: 'Noor', createdAt: '2020-01-31T12:00:00Z' });
  expect(article).toHaveAccessibleName('Noor Jan 31, 2020');
  expect(within(article).getByRole('heading', { name: 'Noor' })).toBeVisible();
});

test('what people write finds its own direction', () => {
  const article = show({ author: 'عمر', body: 'مرحبا' });
  expect(within(article).getByText('عمر')).toHaveAttribute('dir', 'auto');
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

test('the delete button says whose message it deletes', () => {
  const article = show({ author: 'Noor' });
  expect(within(article).getByRole('button', { name: 'Delete the message by Noor' })).toHaveTextContent(
    'Delete',
  );
});
