import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { MessageBody } from './MessageBody';

// As after a rollout that has replaced the file, or without a connection.
vi.mock('./Markup', () => Promise.reject(new Error('not found')));

test('a text whose rendering cannot be loaded stands there as it was written', async () => {
  render(<MessageBody message={{ body: '*one*', html: '<p><em>one</em></p>' }} />);
  await act(() => vi.dynamicImportSettled());
  expect(screen.getByText('*one*')).toBeVisible();
});
