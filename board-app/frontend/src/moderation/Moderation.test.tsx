import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { message, problem, server, unavailable } from '../../test/fakeBoard';
import { announcements } from '../../test/page';
import { App } from '../shell/App';
import Moderation from './Moderation';

const QUEUE = '*/api/v1/admin/messages';
const BLOCKS = '*/api/v1/admin/blocks';
const WORDS = '*/api/v1/admin/words';
const CLIENT = 'ab'.repeat(16);

/** A board with one message that waits for approval. */
function boardWithQueue() {
  const deeds: string[] = [];
  const waiting = [
    { ...message(7, { author: 'Mallory' }), state: 'pending', reportCount: 2, client: CLIENT },
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

/** A board that keeps a list of words as the API does: in lower case, sorted, each once. */
function boardWithWords(...words: string[]) {
  boardWithQueue();
  server.use(
    http.get(WORDS, () => HttpResponse.json({ words })),
    http.put(WORDS, async ({ request }) => {
      const wanted = ((await request.json()) as { words: string[] }).words.map((word) => word.toLowerCase());
      words.splice(0, words.length, ...new Set(wanted.sort()));
      return HttpResponse.json({ words });
    }),
  );
  return words;
}

/** A board that keeps one client out. */
function boardWithBlock() {
  boardWithQueue();
  const blocks = [
    {
      client: CLIENT,
      reason: 'Advertisements',
      createdAt: '2026-11-20T10:00:00Z',
      expiresAt: '2026-11-27T11:00:00Z',
    },
  ];
  server.use(
    http.get(BLOCKS, () => HttpResponse.json(blocks)),
    http.delete(`${BLOCKS}/${CLIENT}`, () => {
      blocks.length = 0;
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

async function openView(name: string) {
  const user = await signIn('right');
  await user.click(await screen.findByRole('button', { name }));
  return user;
}

const shownWords = () =>
  screen.queryAllByRole('listitem').map((item) => item.querySelector('span')?.textContent);

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

test('an accepted token opens the page, and the keyboard is at its beginning', async () => {
  boardWithQueue();
  await signIn('right');
  expect(await screen.findByRole('region', { name: 'Waiting' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Moderation' })).toHaveFocus();
});

test('what was approved leaves the queue', async () => {
  const deeds = boardWithQueue();
  const user = await signIn('right');
  expect(await screen.findByRole('article', { name: 'Mallory' })).toHaveTextContent('2 reports');
  await user.click(screen.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByText('Nothing is waiting here.')).toBeVisible();
  expect(deeds).toEqual(['approve 7']);
});

test('of a deleted message there is nothing to restore: only who wrote it can be dealt with', async () => {
  boardWithQueue();
  const gone = { ...message(8, { author: '', body: '', deleted: true }), state: 'deleted', reportCount: 0 };
  server.use(http.get(QUEUE, () => HttpResponse.json({ items: [{ ...gone, client: CLIENT }], next: null })));
  await openView('Deleted');
  const article = await screen.findByRole('article', { name: 'This message was deleted.' });
  const offered = within(article).getAllByRole('button');
  expect(offered.map(({ textContent }) => textContent)).toEqual(['Block this client']);
});

test('who is blocked is told with the reason and the end of it, until the block is lifted', async () => {
  boardWithBlock();
  const user = await openView('Blocked');
  const blocked = await screen.findByRole('article', { name: CLIENT });
  expect(blocked).toHaveTextContent('Advertisements');
  expect(blocked).toHaveTextContent(/Until .*November 27, 2026/);
  screen.getByRole('button', { name: 'Lift the block' }).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/No client is blocked/)).toBeVisible();
  await waitFor(() => expect(screen.getByRole('region', { name: 'Blocked' })).toHaveFocus());
  expect(announcements()).toContain('Done.');
});

test('who goes on while a decision is on its way is not called back from there', async () => {
  boardWithBlock();
  let lift = () => {};
  const lifted = new Promise<void>((resolve) => {
    lift = resolve;
  });
  server.use(
    http.delete(`${BLOCKS}/${CLIENT}`, async () => {
      await lifted;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const user = await openView('Blocked');
  await user.click(await screen.findByRole('button', { name: 'Lift the block' }));
  const elsewhere = screen.getByRole('link', { name: 'Back to the board' });
  elsewhere.focus();
  lift();
  await waitFor(() => expect(announcements()).toContain('Done.'));
  expect(elsewhere).toHaveFocus();
});

test('a block that could not be lifted stays, and so does the focus; the reason is told', async () => {
  boardWithBlock();
  server.use(http.delete(`${BLOCKS}/${CLIENT}`, unavailable));
  const user = await openView('Blocked');
  const lift = await screen.findByRole('button', { name: 'Lift the block' });
  await user.click(lift);
  expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  expect(lift).toBeEnabled();
  expect(lift).toHaveFocus();
});

test('words are added one after the other by keyboard alone, and the list shows them as the board keeps them', async () => {
  boardWithWords('casino');
  const user = await openView('Words');
  await waitFor(() => expect(shownWords()).toEqual(['casino']));
  const field = screen.getByLabelText('Word to hold back');
  await user.type(field, 'Lottery{Enter}');
  await waitFor(() => expect(shownWords()).toEqual(['casino', 'lottery']));
  await waitFor(() => expect(field).toHaveValue(''));
  expect(field).toHaveFocus();
  await user.type(field, 'Bingo{Enter}');
  await waitFor(() => expect(shownWords()).toEqual(['bingo', 'casino', 'lottery']));
});

test('a removed word leaves the list, and what another moderator added meanwhile stays in it', async () => {
  const words = boardWithWords('casino', 'lottery');
  const user = await openView('Words');
  const remove = await screen.findByRole('button', { name: 'Remove casino' });
  words.push('poker');
  await user.click(remove);
  await waitFor(() => expect(shownWords()).toEqual(['lottery', 'poker']));
  await waitFor(() => expect(screen.getByRole('region', { name: 'Words' })).toHaveFocus());
});

test('a word that the board refuses stands beside the reason, and can be mended', async () => {
  boardWithWords();
  const refusal = { pointer: '/words/0', code: 'too-long', message: 'At most 64 characters.' };
  server.use(http.put(WORDS, () => problem(422, { title: 'Too long', errors: [refusal] }), { once: true }));
  const user = await openView('Words');
  const field = await screen.findByLabelText('Word to hold back');
  await user.type(field, 'longer than that{Enter}');
  await waitFor(() => expect(field).toHaveAccessibleDescription(/At most 64 characters\./));
  expect(field).toBeInvalid();
  expect(field).toHaveValue('longer than that');
  await user.clear(field);
  await user.type(field, 'shorter{Enter}');
  await waitFor(() => expect(shownWords()).toEqual(['shorter']));
  expect(field).toBeValid();
});

test('a list that did not come can be asked for again', async () => {
  boardWithWords('casino');
  server.use(http.get(WORDS, unavailable, { once: true }));
  const user = await openView('Words');
  expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(shownWords()).toEqual(['casino']));
});
