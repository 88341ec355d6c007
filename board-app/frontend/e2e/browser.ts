import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { BOARD, someAddress, watchPosts } from './board';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const IS_ROOT = process.getuid?.() === 0;
/** The browser reports every refused request; those are what the tests provoke. */
const REFUSED_REQUEST = /^Failed to load resource/;

let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: EXECUTABLE,
    chromiumSandbox: !IS_ROOT,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

// Whatever a test is about: the page throws nothing, logs no error and breaks no rule of its security policy.
afterEach(async () => {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(() => browser?.close());

/** The page of a board, once its list is there; `prepare` comes before anything is loaded. */
export async function openBoard(
  options: BrowserContextOptions = {},
  address = BOARD,
  prepare = async (_: Page) => {},
): Promise<Page> {
  const page = await openBrowser(options);
  await prepare(page);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Messages' }).waitFor();
  return page;
}

/** A browser that has not been anywhere yet. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en',
    extraHTTPHeaders: { 'x-forwarded-for': someAddress() },
    ...options,
  });
  watchPosts(context);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED_REQUEST.test(message.text())) complaints.push(message.text());
  });
  return page;
}

/** A picture for the eye, in the folder that SCREENSHOT_DIR names; none without it. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOT_DIR;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
