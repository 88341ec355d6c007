import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The front door of a running board. */
export const BOARD = process.env.MESSAGEBOARD_URL ?? 'http://localhost:8080';

const MESSAGES = new URL('/api/v1/messages', BOARD);

/** In what this run writes on the page, so that it finds its own among the messages of others. */
export const RUN = crypto.randomUUID().slice(0, 8);

const ids: string[] = [];

interface Written {
  author: string;
  body: string;
}

/** Posts past the page and tells the id. */
export async function post(message: Written): Promise<string> {
  const response = await fetch(MESSAGES, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  if (response.status !== 201) throw new Error(`the board refused a message: ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  ids.push(id);
  return id;
}

/** Leaves the board as it was found. */
export async function removeOwnMessages(): Promise<void> {
  const response = await fetch(`${MESSAGES}?limit=100`);
  const { items } = (await response.json()) as { items: (Written & { id: string })[] };
  const found = items.filter(({ author, body }) => `${author} ${body}`.includes(RUN)).map(({ id }) => id);
  const own = new Set([...ids.splice(0), ...found]);
  await Promise.all([...own].map((id) => fetch(`${MESSAGES}/${id}`, { method: 'DELETE' })));
}

export const author = (page: Page) => page.getByLabel('Your name');
export const body = (page: Page) => page.getByLabel('Message', { exact: true });
export const postButton = (page: Page) => page.getByRole('button', { name: 'Post message' });
export const message = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
}

export async function write(page: Page, name: string, text: string): Promise<void> {
  await author(page).fill(name);
  await body(page).fill(text);
}

export async function postOnPage(page: Page, name: string, text: string): Promise<void> {
  await write(page, name, text);
  await postButton(page).click();
  await message(page, text).waitFor();
}

/** Presses the button of the message, then the one of the dialog. */
export async function deleteOnPage(page: Page, text: string): Promise<void> {
  await message(page, text)
    .getByRole('button', { name: /^Delete/ })
    .click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.waitFor({ state: 'detached' });
}
