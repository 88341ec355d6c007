import axe, { type AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOARD, body, expectNoSidewaysScrolling, post, postButton, removeOwnMessages, write } from './board';
import { openBoard, picture } from './browser';

const VIEWS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', viewport: { width: 1280, height: 900 } },
  { name: 'phone', colorScheme: 'light', forcedColors: 'none', viewport: { width: 320, height: 640 } },
  { name: 'phone-dark', colorScheme: 'dark', forcedColors: 'none', viewport: { width: 320, height: 640 } },
  {
    name: 'forced-colors',
    colorScheme: 'dark',
    forcedColors: 'active',
    viewport: { width: 1280, height: 900 },
  },
] as const;

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

/** The eye, a narrow window and axe all look at the same state. */
async function expectWellMade(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expectNoSidewaysScrolling(page);
  expect(await violations(page)).toEqual([]);
}

/** What axe finds, said shortly. The page's policy forbids scripts from outside, so axe comes in through the debugger. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  expect(results.passes.length).toBeGreaterThan(0);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
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

  test('with the question before a deletion', async () => {
    const page = await openView(view);
    await page.locator(`#m-${newest}`).getByRole('button').click();
    await page.getByRole('alertdialog').waitFor();
    await expectWellMade(page, `deletion-${name}`);
  });
});

test('the page bears the title of its board', async () => {
  const page = await openBoard();
  const response = await fetch(new URL('/config.json', BOARD));
  const { title } = (await response.json()) as { title: string };
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await page.title()).toBe(title);
});
