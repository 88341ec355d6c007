import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWellMade, VIEWS } from './axe';
import { action, listShows, mark, message, post, SIZES, submit, tabTo, tabToControl } from './board';
import { openBoard, openBrowser } from './browser';
import { ADMIN_TOKEN, Stack, until } from './stack';

// What no board may be put through that others use: its moderator.
let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
});

afterAll(() => stack?.stop());

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
  await page.getByLabel('Admin token').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(ADMIN_TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Waiting' }).waitFor();
  return page;
}

const BACK = 'Shift+Tab';

/** Nothing here is focused but by the Tab key: what it does not reach is not pressed. */
async function press(page: Page, control: Locator, key?: string): Promise<void> {
  await control.waitFor();
  await tabToControl(page, control, key);
  await page.keyboard.press('Enter');
}

const view = (page: Page, name: string, key?: string) =>
  press(
    page,
    page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }),
    key,
  );

/** Deals with a message, after which the focus is at the top of its view again. */
async function deal(page: Page, text: string, name: string): Promise<void> {
  await press(page, action(page, text, name));
  await page.getByRole('region').and(page.locator(':focus')).waitFor();
}

const auditEntry = (page: Page, action: string, target: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: action, exact: true }) })
    .filter({ has: page.getByRole('cell', { name: target, exact: true }) });

describe.each(SIZES)('on $name', ({ name, viewport }) => {
  test('what a reader reports reaches the moderator, who hides it, brings it back and pins it', async () => {
    const text = `Reported on ${name} ${mark}`;
    await post({ author: 'Mallory', body: text }, stack.url);
    const reader = await openBoard({ viewport }, stack.url);
    await message(reader, text).focus();
    await tabTo(reader, 'button', 'Report');
    await reader.keyboard.press('Enter');
    const reason = reader.getByLabel('What is wrong with this message?');
    await reason.and(reader.locator(':focus')).waitFor();
    await reader.keyboard.press('Escape');
    await action(reader, text, 'Report').and(reader.locator(':focus')).waitFor();
    await reader.keyboard.press('Enter');
    await reason.and(reader.locator(':focus')).waitFor();
    await reader.keyboard.type('Not friendly');
    await reader.keyboard.press('Enter');
    await reader.getByText('Thank you. A moderator will look at this message.').first().waitFor();
    await action(reader, text, 'Report').and(reader.locator(':focus')).waitFor();

    const moderator = await openModeration({ viewport });
    await view(moderator, 'Reported');
    await message(moderator, text).getByText('1 report').waitFor();
    await deal(moderator, text, 'Hide');
    await action(moderator, text, 'Restore').waitFor();
    await listShows((items) => !items.some(({ body }) => body === text), stack.url);
    await reader.reload();
    await reader.waitForLoadState('networkidle');
    expect(await message(reader, text).count()).toBe(0);

    await view(moderator, 'Hidden', BACK);
    await deal(moderator, text, 'Restore');
    await message(moderator, text).waitFor({ state: 'detached' });
    await view(moderator, 'On the board', BACK);
    await deal(moderator, text, 'Pin');
    await action(moderator, text, 'Unpin').waitFor();
    await listShows((items) => items.some(({ body, pinned }) => body === text && pinned), stack.url);
    await reader.reload();
    await message(reader, text).getByText('Pinned').waitFor();
    await deal(moderator, text, 'Unpin');
    await action(moderator, text, 'Pin').waitFor();
  });

  test('whom the moderator blocks is on a list until the block is lifted; the audit knows both', async () => {
    const text = `Advertisement on ${name} ${mark}`;
    await post({ author: 'Mallory', body: text }, stack.url);
    const moderator = await openModeration({ viewport });
    await view(moderator, 'On the board');
    await deal(moderator, text, 'Hide');
    await view(moderator, 'Hidden', BACK);
    const [blocking] = await Promise.all([
      moderator.waitForRequest((request) => request.method() === 'PUT'),
      deal(moderator, text, 'Block this client'),
    ]);
    const client = blocking.url().slice(-32);

    await view(moderator, 'Blocked', BACK);
    await message(moderator, client).getByText('Blocked by a moderator').waitFor();
    await deal(moderator, client, 'Lift the block');
    await message(moderator, client).waitFor({ state: 'detached' });
    await view(moderator, 'Audit', BACK);
    await auditEntry(moderator, 'block', client).waitFor();
    await auditEntry(moderator, 'unblock', client).waitFor();
  });

  test('a message with a held word waits for the moderator, who approves and deletes it by keyboard alone', async () => {
    const word = `casino-${mark}-${viewport.width}`;
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
    const held = `${text} ${tries}`;
    const isListed = (items: { body: string }[]) => items.some(({ body }) => body === held);
    await view(moderator, 'Waiting', BACK);
    await deal(moderator, held, 'Approve');
    await message(moderator, held).waitFor({ state: 'detached' });
    await moderator.getByRole('region', { name: 'Waiting' }).and(moderator.locator(':focus')).waitFor();
    await listShows(isListed, stack.url);
    await view(moderator, 'On the board', BACK);
    await deal(moderator, held, 'Delete');
    await listShows((items) => !isListed(items), stack.url);
    await view(moderator, 'Deleted', BACK);
    const gone = message(moderator, 'This message was deleted.').first();
    await gone.getByRole('button', { name: 'Block this client' }).waitFor();
    expect(await gone.getByRole('button', { name: 'Restore' }).count()).toBe(0);

    await view(moderator, 'Words');
    await press(moderator, moderator.getByRole('button', { name: `Remove ${word}` }));
    await moderator.getByRole('listitem').filter({ hasText: word }).waitFor({ state: 'detached' });
    await moderator.getByRole('region', { name: 'Words' }).and(moderator.locator(':focus')).waitFor();
    await view(moderator, 'Audit', BACK);
    await auditEntry(moderator, 'words', 'words').first().waitFor();
    await press(moderator, moderator.getByRole('button', { name: 'Forget the token' }), BACK);
    await moderator.getByLabel('Admin token').and(moderator.locator(':focus')).waitFor();
  });
});

describe.each(VIEWS)(
  'the moderation in the view "$name" fits its window, and axe finds nothing wrong',
  ({ name, ...look }) => {
    test('with the token, the messages, who is blocked, the words and the audit', async () => {
      await asModerator('PUT', `/blocks/${'ab'.repeat(16)}`, { reason: 'Advertisements' });
      await asModerator('PUT', '/words', { words: ['casino', 'lottery'] });
      await post({ author: 'Noor', body: `For the moderator's eyes, ${name} ${mark}` }, stack.url);
      const page = await openModeration(look);
      await view(page, 'On the board');
      await message(page, `${name} ${mark}`).first().waitFor();
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
