import { render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { CONFIG, server } from '../../test/fakeBoard';
import { App } from './App';

test('the board bears the title that the operator gave it', async () => {
  render(<App />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Team board' })).toBeVisible();
  expect(document.title).toBe('Team board');
});

test('without a readable configuration the board still works, under a general title', async () => {
  server.use(http.get(CONFIG, () => HttpResponse.text('<html>')));
  render(<App />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Message board' })).toBeVisible();
  expect(screen.getByRole('form', { name: 'Write a message' })).toBeVisible();
});

test('a link at the start of the page leads past the composer to the messages', () => {
  render(<App />);
  const target = screen.getByRole('link', { name: 'Skip to the messages' }).getAttribute('href');
  expect(target).toBe('#messages');
  expect(screen.getByRole('region', { name: 'Messages' })).toHaveAttribute('id', 'messages');
});
