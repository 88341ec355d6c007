import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWellMade, FORCED_COLORS_PHONE, VIEWS } from './axe';
import {
  action,
  BOARD,
  body,
  mark,
  message,
  post,
  postButton,
  postOnPage,
  removeOwnMessages,
  SIZES,
  write,
} from './board';
import { openBoard, openBrowser } from './browser';

let newest: string;

beforeAll(async () => {
  await post({ author: 'عمر', body: 'مرحبا بالجميع! هل الاجتماع غدًا في العاشرة؟' });
  await post({
    author: 'Ingrid Bakker',
    body: 'The office is closed on Monday.\n\nThe on-call rota is unchanged.',
  });
  await post({ author: 'Tomás', body: 'Lunch on Thursday? The place by the canal has a table for eight.' });
  newest = await post({
    author: 'Noor',
    body: 'Welcome, everyone! Write here what the whole team should know.',
  });
});

afterAll(removeOwnMessages);

async function openView(view: BrowserContextOptions): Promise<Page> {
  const page = await openBoard(view);
  await page.locator(`#m-${newest}`).waitFor();
  return page;
}

describe.each(VIEWS)('the view "$name" fits its window, and axe finds nothing wrong', ({ name, ...view }) => {
  test('with the list', async () => {
    const page = await openView(view);
    await expectWellMade(page, `board-${name}`);
  });

  test('with complaints beside the fields and a count near the limit', async () => {
    const page = await openView(view);
    await body(page).fill('x'.repeat(4010));
    await postButton(page).click();
    await page.getByText('Enter your name.').waitFor();
    await expectWellMade(page, `complaints-${name}`);
  });

  test('with a failure', async () => {
    const page = await openView(view);
    await write(page, 'Noor', 'Written on a train');
    await page.context().setOffline(true);
    await postButton(page).click();
    await page.getByRole('alert').waitFor();
    await expectWellMade(page, `failure-${name}`);
  });

  test('with a reply being written and the reactions open', async () => {
    const page = await openView(view);
    const message = page.locator(`#m-${newest}`);
    await message.getByRole('button', { name: 'React' }).click();
    await message.getByRole('button', { name: 'Reply' }).click();
    await page.getByRole('form', { name: 'Reply to Noor' }).waitFor();
    await expectWellMade(page, `reply-${name}`);
  });

  test('with a deletion that can be undone', async () => {
    const page = await openView(view);
    await write(page, 'Noor', `Posted to be deleted ${mark} ${name}`);
    await postButton(page).click();
    await action(page, `deleted ${mark} ${name}`, 'Delete').click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await expectWellMade(page, `deletion-${name}`);
  });
});

test.each([VIEWS[0], FORCED_COLORS_PHONE])(
  'axe finds nothing wrong with an open thread, an edit and a wait, in the view "$name"',
  async ({ name, ...view }) => {
    const text = `Answered and changed ${mark} ${name}`;
    const page = await openView(view);
    await postOnPage(page, 'Noor', text);
    await action(page, text, 'Reply').click();
    const form = page.getByRole('form', { name: 'Reply to Noor' });
    await form.getByLabel('Reply').fill(`An answer ${mark}`);
    await form.getByRole('button', { name: 'Post reply' }).click();
    await message(page, text)
      .getByRole('article')
      .filter({ hasText: `An answer ${mark}` })
      .waitFor();
    await form.waitFor({ state: 'detached' });
    await action(page, text, 'Edit').click();
    await page.getByLabel('Edit your message').waitFor();
    await page.route('**/api/v1/messages', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 429, headers: { 'retry-after': '30' } })
        : route.continue(),
    );
    await write(page, 'Noor', 'Once more');
    await postButton(page).click();
    await page.getByText(/^Retry in \d+ seconds$/).waitFor();
    await expectWellMade(page, `thread-edit-wait-${name}`);
  },
);

test('the page bears the title of its board', async () => {
  const page = await openBoard();
  const response = await fetch(new URL('/config.json', BOARD));
  const { title } = (await response.json()) as { title: string };
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await page.title()).toBe(title);
});

test('a theme that was chosen on this device is there before the page is: no white flash', async () => {
  const page = await openBrowser({ colorScheme: 'light' });
  await page.addInitScript(() => localStorage.setItem('messageboard.theme', '"dark"'));
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(BOARD);
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(ground).toBe('rgb(16, 20, 27)');
});

test('the picture of a theme stays where it is when it is chosen', async () => {
  const page = await openBrowser();
  await page.goto(BOARD);
  const picture = page.locator('svg[data-option="dark"]');
  const before = await picture.boundingBox();
  const radio = page.getByRole('radio', { name: 'Dark' });
  await radio.click();
  expect(await radio.evaluate((chosen) => chosen.matches(':checked:focus'))).toBe(true);
  expect(await picture.boundingBox()).toEqual(before);
});

test.each(SIZES)('a board without messages invites to write, on $name', async ({ viewport }) => {
  const page = await openBrowser({ viewport });
  await page.route('**/api/v1/messages?*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { items: [], next: null } });
  });
  await page.goto(BOARD);
  await page.getByText('Be the first to write one.').waitFor();
  await expectWellMade(page, `empty-${viewport.width}`);
});
