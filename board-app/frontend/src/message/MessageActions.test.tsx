import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { MESSAGE, MESSAGES, message, problem, server, unavailable } from '../../test/fakeBoard';
import { announcements, openPage } from '../../test/page';
import type { Message } from '../api/messages';
import { rememberToken } from './ownMessages';

const REACTION = `${MESSAGE}/reactions/:name`;
const REPORTS = `${MESSAGE}/reports`;

/** A page with one message, posted on this device a moment ago. */
async function openOwn(changes: Partial<Message> = {}) {
  rememberToken('1', 'my token');
  return openWith({ createdAt: new Date().toISOString(), ...changes });
}

async function openWith(changes: Partial<Message> = {}) {
  const shown = message(1, { replyCount: 0, reactions: {}, ...changes });
  server.use(
    http.get(MESSAGES, () => HttpResponse.json({ items: [shown], next: null })),
    http.get(MESSAGE, () => HttpResponse.json(shown, { headers: { etag: '"1"' } })),
  );
  const page = openPage();
  await screen.findByRole('article');
  return page;
}

const button = (name: string) => screen.getByRole('button', { name });

describe('editing', () => {
  async function edit(text: string) {
    const { user } = await openOwn();
    await user.click(button('Edit'));
    const field = screen.getByRole('textbox', { name: 'Edit your message' });
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.type(field, text);
    await user.click(button('Save'));
    return user;
  }

  test('sends the text, the token and the state that was edited, and shows what came of it', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch(MESSAGE, async ({ request }) => {
        sent.push(
          await request.json(),
          request.headers.get('message-token'),
          request.headers.get('if-match'),
        );
        return HttpResponse.json(message(1, { body: 'Better', editedAt: '2026-11-21T10:05:00Z' }));
      }),
    );
    await edit('Better');
    expect(await screen.findByText('edited')).toBeVisible();
    expect(screen.getByText('Better')).toBeVisible();
    expect(sent).toEqual([{ body: 'Better' }, 'my token', '"1"']);
    expect(screen.getByRole('article')).toHaveFocus();
    expect(announcements()).toContain('Message changed.');
  });

  test('of what was changed elsewhere meanwhile keeps the text, and says so', async () => {
    server.use(http.patch(MESSAGE, () => problem(412, { title: 'The message changed' })));
    await edit('Better');
    expect(await screen.findByRole('alert')).toHaveTextContent('changed elsewhere since you opened it');
    expect(screen.getByRole('textbox', { name: 'Edit your message' })).toHaveValue('Better');
  });

  test('that breaks a rule is refused beside the text', async () => {
    const errors = [{ pointer: '/body', code: 'too-many-links', message: 'Fewer links, please.' }];
    server.use(http.patch(MESSAGE, () => problem(422, { title: 'Rule', errors })));
    await edit('Better');
    expect(await screen.findByText('Fewer links, please.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('is over with the Escape key, and at the end of its time', async () => {
    const { user, unmount } = await openOwn();
    await user.click(button('Edit'));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('article')).toHaveFocus();
    unmount();
    await openOwn({ createdAt: new Date(Date.now() - 3_600_000).toISOString() });
    expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
    expect(button('Delete')).toBeVisible();
  });
});

describe('a reaction', () => {
  test('counts at once, is remembered as mine, and can be taken back', async () => {
    const sent: string[] = [];
    server.use(
      http.all(REACTION, ({ request, params }) => {
        sent.push(`${request.method} ${params.name}`);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await openWith({ reactions: { like: 2 } });
    await user.click(button('Like, 2'));
    await waitFor(() => expect(button('Like, 3')).toHaveAttribute('aria-pressed', 'true'));
    await user.click(button('Like, 3'));
    await waitFor(() => expect(button('Like, 2')).toHaveAttribute('aria-pressed', 'false'));
    expect(sent).toEqual(['PUT like', 'DELETE like']);
  });

  test('that is taken back before the board has it is taken back there too', async () => {
    const done: string[] = [];
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.all(REACTION, async ({ request }) => {
        if (request.method === 'PUT') await answered;
        done.push(request.method);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await openWith({ reactions: { like: 2 } });
    await user.click(button('Like, 2'));
    await user.click(button('Like, 3'));
    answer();
    await waitFor(() => expect(done).toEqual(['PUT', 'DELETE']));
    expect(button('Like, 2')).toHaveAttribute('aria-pressed', 'false');
  });

  test('that was the last of its kind goes with its button, and leaves the focus in its place', async () => {
    server.use(http.all(REACTION, () => new HttpResponse(null, { status: 204 })));
    const { user } = await openWith();
    await user.click(button('React'));
    await user.click(button('Like, 0'));
    await user.click(button('React'));
    (await screen.findByRole('button', { name: 'Like, 1' })).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Like/ })).not.toBeInTheDocument());
    expect(button('React')).toHaveFocus();
  });

  test('that the board refuses is taken back, and said', async () => {
    server.use(http.put(REACTION, unavailable));
    const { user } = await openWith();
    await user.click(button('React'));
    await user.click(button('Thanks, 0'));
    await waitFor(() => expect(announcements()).toContain('Your reaction could not be saved.'));
    expect(button('Thanks, 0')).toHaveAttribute('aria-pressed', 'false');
  });
});

describe('a report', () => {
  async function startReport() {
    server.use(http.get('*/config.json', () => HttpResponse.json({ title: 'Team', moderation: true })));
    const { user } = await openWith();
    await user.click(await screen.findByRole('button', { name: 'Report' }));
    await user.type(screen.getByRole('textbox', { name: /What is wrong/ }), 'Spam');
    return user;
  }

  async function report() {
    const user = await startReport();
    await user.click(button('Send report'));
  }

  test('carries its reason, and is thanked for', async () => {
    let reason: unknown;
    server.use(
      http.post(REPORTS, async ({ request }) => {
        reason = await request.json();
        return new HttpResponse(null, { status: 202 });
      }),
    );
    await report();
    await waitFor(() =>
      expect(announcements()).toContain('Thank you. A moderator will look at this message.'),
    );
    expect(reason).toEqual({ reason: 'Spam' });
    expect(button('Report')).toHaveFocus();
  });

  test('that is thought better of leaves the focus where it began', async () => {
    const user = await startReport();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: /What is wrong/ })).not.toBeInTheDocument();
    expect(button('Report')).toHaveFocus();
  });

  test('that was made before is thanked for again', async () => {
    server.use(http.post(REPORTS, () => problem(409, { title: 'Reported before' })));
    await report();
    await waitFor(() =>
      expect(announcements()).toContain('Thank you. A moderator will look at this message.'),
    );
  });

  test('is not offered where nobody moderates', async () => {
    await openWith();
    expect(screen.queryByRole('button', { name: 'Report' })).not.toBeInTheDocument();
  });
});
