import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, test } from 'vitest';
import { livingBoard, MESSAGES, message, problem, server, unavailable } from '../../test/fakeBoard';
import { announcements, author, body, messageBy, openPage, postButton, shownBodies } from '../../test/page';

async function write(user: UserEvent, name: string, text: string) {
  if (name) await user.type(author(), name);
  if (text) {
    await user.click(body());
    await user.paste(text);
  }
}

/** Holds every post until `release` is called, and counts them. */
function slowBoard() {
  const posts = { count: 0, release: () => {} };
  const released = new Promise<void>((resolve) => {
    posts.release = resolve;
  });
  server.use(
    http.post(MESSAGES, async () => {
      posts.count += 1;
      await released;
      return HttpResponse.json(message(9, { author: 'Noor' }), { status: 201 });
    }),
  );
  return posts;
}

describe('posting', () => {
  test('puts the message on top, empties the text, and keeps the name for the next one', async () => {
    livingBoard(1);
    const { user } = openPage();
    await messageBy('Author 1');
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    expect(await messageBy('Noor')).toBeVisible();
    expect(shownBodies()).toEqual(['Hello', 'Text 1']);
    expect(body()).toHaveValue('');
    expect(body()).toHaveFocus();
    expect(author()).toHaveValue('Noor');
    expect(announcements()).toContain('Message posted.');
  });

  test('works with Ctrl+Enter', async () => {
    livingBoard(0);
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await messageBy('Noor')).toBeVisible();
  });

  test('does not happen while an input method composes a word', async () => {
    const posts = slowBoard();
    const { user } = openPage();
    await write(user, 'Noor', 'こんに');
    fireEvent.keyDown(body(), { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(body(), { key: 'Enter', ctrlKey: true, keyCode: 229 });
    expect(postButton()).toBeVisible();
    expect(posts.count).toBe(0);
  });

  test('happens once, however often it is asked for', async () => {
    const posts = slowBoard();
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    fireEvent.keyDown(body(), { key: 'Enter', ctrlKey: true });
    fireEvent.keyDown(body(), { key: 'Enter', ctrlKey: true });
    const posting = await screen.findByRole('button', { name: /Posting…/ });
    await user.click(posting);
    await user.keyboard('{Control>}{Enter}{/Control}');
    posts.release();
    await screen.findByRole('button', { name: 'Post message' });
    expect(posts.count).toBe(1);
  });

  test('holds the text still, so that nothing typed meanwhile is thrown away', async () => {
    const posts = slowBoard();
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    await waitFor(() => expect(body()).toHaveAttribute('readonly'));
    expect(author()).toHaveAttribute('readonly');
    posts.release();
    await waitFor(() => expect(body()).not.toHaveAttribute('readonly'));
  });
});

describe('a message on its way', () => {
  const onItsWay = (text: string) => screen.queryByText(text, { selector: 'p' });

  test('stands in the list at once, and gives its place to what the board made of it', async () => {
    const posts = slowBoard();
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    await waitFor(() => expect(onItsWay('Hello')).toBeVisible());
    posts.release();
    await messageBy('Noor');
    expect(onItsWay('Hello')).not.toBeInTheDocument();
  });

  test('leaves the list when it does not get through, and is still in the form', async () => {
    livingBoard(1);
    server.use(http.post(MESSAGES, unavailable));
    const { user } = openPage();
    await messageBy('Author 1');
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    await screen.findByRole('alert');
    expect(shownBodies()).toEqual(['Text 1']);
    expect(onItsWay('Hello')).not.toBeInTheDocument();
    expect(body()).toHaveValue('Hello');
  });
});

describe('a message that cannot be sent', () => {
  test('without name and text has its complaints beside the fields, and the first one has the focus', async () => {
    const posts = slowBoard();
    const { user } = openPage();
    await user.click(postButton());
    await waitFor(() =>
      expect(author()).toHaveAccessibleDescription(expect.stringContaining('Enter your name.')),
    );
    expect(author()).toBeInvalid();
    expect(author()).toHaveFocus();
    expect(body()).toHaveAccessibleDescription(expect.stringContaining('Write a message first.'));
    expect(posts.count).toBe(0);
  });

  test('because it is too long stays as it was written, and the complaint goes with its cause', async () => {
    const { user } = openPage();
    await write(user, 'Noor', 'x'.repeat(4001));
    await user.click(postButton());
    await waitFor(() =>
      expect(body()).toHaveAccessibleDescription(/Keep the message within 4,000 characters./),
    );
    expect(body()).toHaveValue('x'.repeat(4001));
    await user.type(body(), '{Backspace}');
    await waitFor(() => expect(body()).toBeValid());
  });
});

describe('a refusal', () => {
  test('stands beside the field that it names, and the text stays', async () => {
    const errors = [
      { pointer: '/body', code: 'blocked', message: 'This text is not allowed here.' },
      { pointer: '#/author', code: 'taken', message: 'This name is taken.' },
    ];
    server.use(http.post(MESSAGES, () => problem(422, { title: 'Refused', detail: 'Two rules.', errors })));
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    await waitFor(() =>
      expect(body()).toHaveAccessibleDescription(expect.stringContaining('This text is not allowed here.')),
    );
    expect(author()).toHaveAccessibleDescription(expect.stringContaining('This name is taken.'));
    expect(body()).toHaveFocus();
    expect(body()).toHaveValue('Hello');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test.each([
    ['another field', { pointer: '/mood' }],
    ['no field at all', { parameter: 'limit' }],
  ])('of %s is told all the same', async (_, place) => {
    const errors = [{ ...place, code: 'unknown', message: 'There is no such thing.' }];
    server.use(
      http.post(MESSAGES, () => problem(400, { title: 'Bad request', detail: 'See below.', errors })),
    );
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such thing.');
  });

  test.each([
    ['the database is away', unavailable, 'The database is away.'],
    [
      'there were too many posts',
      () => problem(429, { detail: 'Ten a minute are enough.' }),
      'Ten a minute are enough.',
    ],
    ['the connection broke', () => HttpResponse.error(), 'The board cannot be reached'],
  ])('because %s is told, keeps the text, and can be tried again', async (_, refuse, words) => {
    livingBoard(0);
    server.use(http.post(MESSAGES, refuse, { once: true }));
    const { user } = openPage();
    await write(user, 'Noor', 'Hello');
    await user.click(postButton());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(words);
    expect(alert).toHaveTextContent('Your text is still here.');
    expect(body()).toHaveValue('Hello');
    await user.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await messageBy('Noor')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

test('a browser that believes to be offline tries at once, and sends nothing later unasked', async () => {
  let attempts = 0;
  server.use(
    http.post(MESSAGES, () => {
      attempts += 1;
      return HttpResponse.error();
    }),
  );
  const { user } = openPage();
  await write(user, 'Noor', 'Hello');
  window.dispatchEvent(new Event('offline'));
  await user.click(postButton());
  expect(await screen.findByRole('alert')).toHaveTextContent('The board cannot be reached');
  window.dispatchEvent(new Event('online'));
  await screen.findByText('No messages yet');
  expect(attempts).toBe(1);
});

describe('a draft', () => {
  test('survives a reload', async () => {
    const first = openPage();
    await write(first.user, 'Noor', 'Half a sent');
    first.unmount();
    openPage();
    expect(author()).toHaveValue('Noor');
    expect(body()).toHaveValue('Half a sent');
  });

  test('survives a reload after an error', async () => {
    server.use(http.post(MESSAGES, unavailable));
    const first = openPage();
    await write(first.user, 'Noor', 'Hello');
    await first.user.click(postButton());
    await screen.findByRole('alert');
    first.unmount();
    openPage();
    expect(body()).toHaveValue('Hello');
  });

  test('is over once the message is posted', async () => {
    livingBoard(0);
    const first = openPage();
    await write(first.user, 'Noor', 'Hello');
    await first.user.click(postButton());
    await messageBy('Noor');
    first.unmount();
    openPage();
    expect(body()).toHaveValue('');
    expect(author()).toHaveValue('Noor');
  });
});

describe('the remaining room', () => {
  test.each([
    ['is not mentioned while there is plenty', 3000, ''],
    ['is told near the limit', 3999, '1 character left'],
    ['is told when there is none', 4000, '0 characters left'],
    ['turns into what is too much', 4012, '12 characters too many'],
  ])('%s', async (_, length, words) => {
    const { user } = openPage();
    await write(user, '', '🍲'.repeat(length));
    expect(body()).toHaveAccessibleDescription(words);
  });
});
