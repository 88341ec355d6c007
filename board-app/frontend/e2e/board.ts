import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeEach, expect, inject } from 'vitest';
import { until } from './stack';

/** The front door of a running board. */
export const BOARD = inject('board');

const someMark = () => crypto.randomUUID().slice(0, 8);

/** In what a test writes, so that it finds its own among the messages of others, even of the same test in another size. */
export let mark = someMark();

beforeEach(() => {
  mark = someMark();
});

export const DESKTOP = { name: 'a desktop', viewport: { width: 1280, height: 900 } };
export const PHONE = { name: 'a phone of 320 pixels', viewport: { width: 320, height: 640 } };
export const SIZES = [DESKTOP, PHONE];

/** Long before the page would have asked by itself. */
export const AT_ONCE_MS = 6_000;

/** Another front-end pod may hand out its copy of a list for so long: `s-maxage` is a second, and nginx counts whole ones. */
const SHARED_MS = 2_000;

const tokens = new Map<string, string>();
const answers: Promise<void>[] = [];

interface Written {
  author: string;
  body: string;
  parentId?: string;
}

interface Posted extends Written {
  id: string;
  editToken?: string;
  pinned?: boolean;
}

/** Boards count what is written by client; each writer of a test is another one (198.18.0.0/15 is reserved for tests). */
export function someAddress(): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint8Array(3));
  return `198.${18 + (a % 2)}.${b}.${c}`;
}

/** Posts past the page and tells the id, once the list shows it to everybody. */
export async function post(message: Written, board = BOARD): Promise<string> {
  const id = await send(message, board);
  await isListed(id, message.parentId, board);
  return id;
}

/** Posts one after the other, and tells their ids, once the list shows the last of them. */
export async function postAll(texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const body of texts) ids.push(await send({ author: 'Tomás', body }, BOARD));
  await isListed(ids.at(-1) ?? '', undefined, BOARD);
  return ids;
}

/** Posts past the page, whatever comes of it. */
export function submit(message: Written, board: string): Promise<Response> {
  return fetch(new URL('/api/v1/messages', board), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': someAddress() },
    body: JSON.stringify(message),
  });
}

async function send(message: Written, board: string): Promise<string> {
  const response = await submit(message, board);
  if (response.status !== 201) throw new Error(`the board refused a message: ${await response.text()}`);
  const posted = (await response.json()) as Posted;
  remember(posted);
  return posted.id;
}

async function isListed(id: string, parentId: string | undefined, board: string): Promise<void> {
  const written = Date.now();
  // Not asked for in the meantime: a copy from before it could pass into another cache, and live there as long again.
  await until(async () => Date.now() - written > SHARED_MS);
  await listShows((items) => items.some((item) => item.id === id), board, parentId);
}

/** Waits until the list that all readers share, for a second or two, is as it should be. */
export async function listShows(
  expected: (items: Posted[]) => boolean,
  board = BOARD,
  parentId?: string,
): Promise<void> {
  const list = new URL(`/api/v1/messages?limit=20&parent=${parentId ?? 'none'}`, board);
  await until(async () => expected(((await (await fetch(list)).json()) as { items: Posted[] }).items));
}

function remember({ id, editToken }: Posted): void {
  tokens.set(id, editToken ?? '');
}

/** As from another tab: the page asks at once what is new, and not only when it would have. */
export const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

/** What is posted on a page is remembered too, with the token that it may be removed with. */
export function watchPosts(context: BrowserContext): void {
  context.on('response', (response) => {
    if (response.request().method() !== 'POST' || response.status() !== 201) return;
    answers.push(response.json().then(remember, () => {}));
  });
}

/** Leaves the board as it was found. */
export async function removeOwnMessages(): Promise<void> {
  await Promise.all(answers.splice(0));
  const own = [...tokens];
  tokens.clear();
  await Promise.all(
    own.map(([id, token]) =>
      fetch(new URL(`/api/v1/messages/${id}`, BOARD), {
        method: 'DELETE',
        headers: { 'message-token': token, 'x-forwarded-for': someAddress() },
      }),
    ),
  );
}

export const author = (page: Page) => page.getByLabel('Your name');
export const body = (page: Page) => page.getByLabel('Message', { exact: true });
export const postButton = (page: Page) => page.getByRole('button', { name: 'Post message' });
export const message = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

export const action = (page: Page, text: string, name: string) =>
  message(page, text).getByRole('button', { name, exact: true }).first();

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

/** Presses the button of the message: it is gone for everybody when its time to be brought back is over. */
export async function deleteOnPage(page: Page, text: string): Promise<void> {
  await action(page, text, 'Delete').click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
}

/** Goes on with the Tab key, or back with another one, until a control of this name has the focus. */
export const tabTo = (page: Page, role: 'button' | 'link' | 'combobox', name: string, key = 'Tab') =>
  tabToControl(page, page.getByRole(role, { name, exact: true }), key);

/** The same for one control among several of its name. */
export async function tabToControl(page: Page, control: Locator, key = 'Tab') {
  const focused = control.and(page.locator(':focus'));
  for (let presses = 0; presses < 40 && (await focused.count()) === 0; presses += 1) {
    await page.keyboard.press(key);
  }
  expect(await focused.count()).toBe(1);
}

/** How far below the top of the window something stands. */
export async function topOf(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  expect(box).not.toBeNull();
  return box?.y ?? Number.NaN;
}
