import { render, screen } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { CONFIG, livingBoard, MESSAGES, message, server } from '../../test/fakeBoard';
import { App } from './App';
import { firstView, LIST_PATIENCE_MS } from './firstView';
import { newQueryClient } from './queryClient';

afterEach(() => server.events.removeAllListeners());

function requestsFor(path: string): () => number {
  let count = 0;
  server.events.on('request:start', ({ request }) => {
    if (new URL(request.url).pathname === path) count += 1;
  });
  return () => count;
}

test('the first drawing has the title and the messages, and nothing is asked for twice', async () => {
  livingBoard(2);
  const lists = requestsFor('/api/v1/messages');
  const configs = requestsFor('/config.json');
  const client = newQueryClient();
  await firstView(client);
  render(<App initialClient={client} />);
  expect(screen.getByRole('heading', { level: 1, name: 'Team board' })).toBeVisible();
  expect(screen.getByText('Text 2')).toBeVisible();
  expect([lists(), configs()]).toEqual([1, 1]);
});

test('a list that is late is drawn when it comes, and not asked for again', async () => {
  const lists = requestsFor('/api/v1/messages');
  server.use(
    http.get(MESSAGES, async () => {
      await delay(2 * LIST_PATIENCE_MS);
      return HttpResponse.json({ items: [], next: null });
    }),
  );
  const client = newQueryClient();
  await firstView(client);
  render(<App initialClient={client} />);
  expect(screen.queryByText('No messages yet')).toBeNull();
  expect(await screen.findByText('No messages yet')).toBeVisible();
  expect(lists()).toBe(1);
});

test('the way back begins with what the browser kept, and what came meanwhile is told at once', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    { type: 'back_forward' } as PerformanceNavigationTiming,
  ]);
  const messages = livingBoard(2);
  const client = newQueryClient();
  await firstView(client);
  messages.unshift(message(3));
  render(<App initialClient={client} />);
  expect(screen.getByText('Text 2')).toBeVisible();
  expect(await screen.findByRole('button', { name: '1 new message' })).toBeVisible();
});

test('the way back tells at once what came meanwhile, even if what the browser kept is late', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    { type: 'back_forward' } as PerformanceNavigationTiming,
  ]);
  const lists = [[message(2)], [message(3), message(2)]];
  server.use(
    http.get(MESSAGES, async () => {
      const items = lists.shift();
      await delay(2 * LIST_PATIENCE_MS);
      return HttpResponse.json({ items, next: null });
    }),
  );
  const client = newQueryClient();
  await firstView(client);
  render(<App initialClient={client} />);
  expect(await screen.findByRole('button', { name: '1 new message' })).toBeVisible();
});

test('a board that answers nothing is drawn all the same', async () => {
  server.use(
    http.get(CONFIG, () => HttpResponse.error()),
    http.get(MESSAGES, () => HttpResponse.error()),
  );
  const client = newQueryClient();
  await firstView(client);
  render(<App initialClient={client} />);
  expect(screen.getByRole('form', { name: 'Write a message' })).toBeVisible();
  expect(await screen.findByRole('alert')).toBeVisible();
});

test('a configuration that never comes keeps nobody waiting', async () => {
  server.use(http.get(CONFIG, () => delay('infinite')));
  const client = newQueryClient();
  await firstView(client);
  render(<App initialClient={client} />);
  expect(screen.getByRole('form', { name: 'Write a message' })).toBeVisible();
});
