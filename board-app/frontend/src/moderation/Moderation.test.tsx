import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { message, problem, server } from '../../test/fakeBoard';
import { App } from '../shell/App';
import Moderation from './Moderation';

const QUEUE = '*/api/v1/admin/messages';

/** A board with one message that waits for approval. */
function boardWithQueue() {
  const deeds: string[] = [];
  const waiting = [
    { ...message(7, { author: 'Mallory' }), state: 'pending', reportCount: 2, client: 'ab'.repeat(16) },
  ];
  server.use(
    http.get(QUEUE, ({ request }) =>
      request.headers.get('authorization') === 'Bearer right'
        ? HttpResponse.json({ items: waiting, next: null })
        : problem(403, { title: 'Wrong token', detail: 'This is not the admin token.' }),
    ),
    http.post('*/api/v1/admin/messages/:id/:deed', ({ params }) => {
      deeds.push(`${params.deed} ${params.id}`);
      return HttpResponse.json(waiting.pop());
    }),
  );
  return deeds;
}

async function signIn(token: string) {
  const user = userEvent.setup();
  render(
    <App>
      <Moderation />
    </App>,
  );
  await user.type(screen.getByLabelText('Admin token'), token);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  return user;
}

test('a wrong token is refused in words, and not kept', async () => {
  boardWithQueue();
  await signIn('wrong');
  expect(await screen.findByRole('alert')).toHaveTextContent('The board did not accept this token');
  expect(sessionStorage.getItem('messageboard.moderator')).toBeNull();
});

test('what was approved leaves the queue', async () => {
  const deeds = boardWithQueue();
  const user = await signIn('right');
  expect(await screen.findByRole('article', { name: 'Mallory' })).toHaveTextContent('2 reports');
  await user.click(screen.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByText('Nothing is waiting here.')).toBeVisible();
  expect(deeds).toEqual(['approve 7']);
});
