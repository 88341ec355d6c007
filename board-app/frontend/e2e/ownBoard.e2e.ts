import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWellMade, VIEWS } from './axe';
import {
  action,
  body,
  listShows,
  message,
  post,
  postButton,
  postOnPage,
  RUN,
  SIZES,
  submit,
  write,
} from './board';
import { openBoard, openBrowser } from './browser';
import { ADMIN_TOKEN, Stack, until } from './stack';

// What no board may be put through that others use: its moderator, and outages.
let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
});

afterAll(() => stack?.stop());

test('each visit is served by one of the pods, and the footer says which', async () => {
  const pods = new Set<string | null>();
  for (let visits = 0; visits < 10 && pods.size < 2; visits += 1) {
    const page = await openBoard({}, stack.url);
    const servedBy = page.getByText('Served by Host-');
    await servedBy.waitFor();
    pods.add(await servedBy.textContent());
    await page.context().close();
  }
  expect([...pods].sort()).toEqual(['Served by Host-q4mzt (10.0.1.8)', 'Served by Host-x7k2p (10.0.1.7)']);
});

/** Asks as the moderator, past the page. */
const asModerator = (method: string, path: string, body: unknown) =>
  fetch(`${stack.url}/api/v1/admin${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function openModeration(options = {}): Promise<Page> {
  const page = await openBrowser(options);
  await page.goto(`${stack.url}/moderation`);
  await page.getByLabel('Admin token').fill(ADMIN_TOKEN);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('region', { name: 'Waiting' }).waitFor();
  return page;
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();

const auditEntry = (page: Page, action: string, target: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: action, exact: true }) })
    .filter({ has: page.getByRole('cell', { name: target, exact: true }) });

describe.each(SIZES)('on $name', ({ name, viewport }) => {
  test('what a reader reports reaches the moderator, who hides it, brings it back and pins it', async () => {
    const text = `Reported on ${name} ${RUN}`;
    await post({ author: 'Mallory', body: text }, stack.url);
    const reader = await openBoard({ viewport }, stack.url);
    await action(reader, text, 'Report').click();
    await reader.getByLabel('What is wrong with this message?').fill('Not friendly');
    await reader.getByRole('button', { name: 'Send report' }).click();
    await reader.getByText('Thank you. A moderator will look at this message.').first().waitFor();

    const moderator = await openModeration({ viewport });
    await view(moderator, 'Reported');
    await message(moderator, text).getByText('1 report').waitFor();
    await action(moderator, text, 'Hide').click();
    await action(moderator, text, 'Restore').waitFor();
    await listShows((items) => !items.some(({ body }) => body === text), stack.url);
    await reader.reload();
    await reader.waitForLoadState('networkidle');
    expect(await message(reader, text).count()).toBe(0);

    await view(moderator, 'Hidden');
    await action(moderator, text, 'Restore').click();
    await message(moderator, text).waitFor({ state: 'detached' });
    await view(moderator, 'On the board');
    await action(moderator, text, 'Pin').click();
    await action(moderator, text, 'Unpin').waitFor();
    await listShows((items) => items.some(({ body, pinned }) => body === text && pinned), stack.url);
    await reader.reload();
    await message(reader, text).getByText('Pinned').waitFor();
    await action(moderator, text, 'Unpin').click();
    await action(moderator, text, 'Pin').waitFor();
  });

  test('whom the moderator blocks is on a list until the block is lifted; the audit knows both', async () => {
    const text = `Advertisement on ${name} ${RUN}`;
    await post({ author: 'Mallory', body: text }, stack.url);
    const moderator = await openModeration({ viewport });
    await view(moderator, 'On the board');
    await action(moderator, text, 'Hide').press('Enter');
    await view(moderator, 'Hidden');
    const [blocking] = await Promise.all([
      moderator.waitForRequest((request) => request.method() === 'PUT'),
      action(moderator, text, 'Block this client').press('Enter'),
    ]);
    const client = blocking.url().slice(-32);

    await view(moderator, 'Blocked');
    await message(moderator, client).getByText('Blocked by a moderator').waitFor();
    await action(moderator, client, 'Lift the block').press('Enter');
    await message(moderator, client).waitFor({ state: 'detached' });
    await view(moderator, 'Audit');
    await auditEntry(moderator, 'block', client).waitFor();
    await auditEntry(moderator, 'unblock', client).waitFor();
  });

  test('a message with a held word waits for the moderator, who adds and removes words by keyboard alone', async () => {
    const word = `casino-${RUN}-${viewport.width}`;
    const text = `Win at the ${word.toUpperCase()}`;
    const moderator = await openModeration({ viewport });
    await view(moderator, 'Words');
    await moderator.getByLabel('Word to hold back').fill(word);
    await moderator.keyboard.press('Enter');
    await moderator.getByRole('listitem').filter({ hasText: word }).waitFor();
    // Another process of the API knows its words for up to two seconds.
    let tries = 0;
    await until(async () => {
      tries += 1;
      return (await submit({ author: 'Mallory', body: `${text} ${tries}` }, stack.url)).status === 202;
    });
    await view(moderator, 'Waiting');
    await message(moderator, `${text} ${tries}`).waitFor();

    await view(moderator, 'Words');
    await moderator.getByRole('button', { name: `Remove ${word}` }).press('Enter');
    await moderator.getByRole('listitem').filter({ hasText: word }).waitFor({ state: 'detached' });
    await view(moderator, 'Audit');
    await auditEntry(moderator, 'words', 'words').first().waitFor();
  });

  test('while the database is away the board stays readable and loses no text; when it is back, one post results', {
    timeout: 120_000,
  }, async () => {
    const text = `Written in an outage on ${name} ${RUN}`;
    await post({ author: 'Noor', body: `From before on ${name} ${RUN}` }, stack.url);
    const page = await openBoard({ viewport }, stack.url);
    await message(page, `From before on ${name} ${RUN}`).waitFor();

    await stack.killDatabase();
    try {
      await reloadUntilOld(page, `From before on ${name} ${RUN}`);
      await write(page, 'Noor', text);
      await postButton(page).click();
      await page.getByRole('alert').filter({ hasText: 'Your text is still here.' }).waitFor();
      expect(await body(page).inputValue()).toBe(text);
    } finally {
      await stack.bringDatabaseBack();
    }
    await page.getByRole('button', { name: 'Retry' }).first().click();
    await message(page, text).waitFor();
    expect(await message(page, text).count()).toBe(1);
  });

  test('without any pod of the API the board stays readable, and its writer still sees what was written last', {
    timeout: 120_000,
  }, async () => {
    const text = `Written last on ${name} ${RUN}`;
    const page = await openBoard({ viewport }, stack.url);
    await postOnPage(page, 'Noor', text);
    await stack.killApi();
    try {
      await reloadUntilOld(page, text);
    } finally {
      await stack.startApi();
    }
  });
});

test('a new list is for whoever asks for one now and then; who does so all the time gets what all get', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () =>
      fetch(`${stack.url}/api/v1/messages?limit=2`, { headers: { 'cache-control': 'no-cache' } }),
    ),
  );
  const states = answers.map(({ status, headers }) => `${status} ${headers.get('x-cache')}`);
  expect(states).toContain('200 BYPASS');
  expect(states.filter((state) => state === '200 BYPASS').length).toBeLessThan(40);
  expect(answers.every(({ ok }) => ok)).toBe(true);
});

test.each([
  ['a path that is no path', 400, 'bad-request', '/%zz', {}],
  ['a body of 65537 bytes', 413, 'body-too-large', '', { method: 'POST', body: 'x'.repeat(65_537) }],
  ['an address of 9000 bytes', 414, 'uri-too-long', `?before=${'x'.repeat(9000)}`, {}],
  ['a header of 9000 bytes', 431, 'headers-too-large', '', { headers: { 'x-long': 'x'.repeat(9000) } }],
])('nginx refuses %s in the form of the API', async (_, status, type, target, request) => {
  await expectProblem(await fetch(`${stack.url}/api/v1/messages${target}`, request), status, type);
});

test('nginx answers for an API that is away', { timeout: 120_000 }, async () => {
  await stack.killApi();
  try {
    const away = await fetch(`${stack.url}/api/v1/messages/1`);
    await expectProblem(away, 503, 'api-unavailable');
    expect(away.headers.get('retry-after')).toBe('5');
  } finally {
    await stack.startApi();
  }
});

async function expectProblem(response: Response, status: number, type: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = { type: `https://messageboard.dev/problems/${type}`, status };
  expect(await response.json()).toMatchObject(problem);
}

describe.each(VIEWS)(
  'the moderation in the view "$name" fits its window, and axe finds nothing wrong',
  ({ name, ...look }) => {
    test('with the token, the messages, who is blocked, the words and the audit', async () => {
      await asModerator('PUT', `/blocks/${'ab'.repeat(16)}`, { reason: 'Advertisements' });
      await asModerator('PUT', '/words', { words: ['casino', 'lottery'] });
      await post({ author: 'Noor', body: `For the moderator's eyes, ${name} ${RUN}` }, stack.url);
      const page = await openModeration(look);
      await view(page, 'On the board');
      await message(page, `${name} ${RUN}`).first().waitFor();
      await expectWellMade(page, `moderation-${name}`);
      await view(page, 'Blocked');
      await message(page, 'Advertisements').waitFor();
      await expectWellMade(page, `blocked-${name}`);
      await view(page, 'Words');
      await page.getByRole('listitem').first().waitFor();
      await expectWellMade(page, `words-${name}`);
      await view(page, 'Audit');
      await page.getByRole('table').waitFor();
      await expectWellMade(page, `audit-${name}`);
      await page.getByRole('button', { name: 'Forget the token' }).click();
      await page.getByLabel('Admin token').waitFor();
      await expectWellMade(page, `token-${name}`);
    });
  },
);

/** What all readers share counts as new for up to two seconds after it came. */
async function reloadUntilOld(page: Page, text: string) {
  await until(async () => {
    await page.reload();
    await message(page, text).waitFor();
    return page.getByText('These messages may be out of date').isVisible();
  });
}
