import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWellMade, VIEWS } from './axe';
import {
  action,
  body,
  mark,
  message,
  post,
  postButton,
  postOnPage,
  SIZES,
  submit,
  tabTo,
  write,
} from './board';
import { openBoard } from './browser';
import { CONFIG, Stack, until } from './stack';

// What no board may be put through that others use, and what only some boards have.
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

describe.each(SIZES)('with the keyboard alone, on $name', ({ viewport }) => {
  test('what the board would make of a text is looked at before it is posted, and again after a change', async () => {
    const page = await openBoard({ viewport }, stack.url);
    await body(page).focus();
    await page.keyboard.type('That is *good*');
    await tabTo(page, 'button', 'Preview');
    await page.keyboard.press('Enter');
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.locator('em').filter({ hasText: 'good' }).waitFor();
    await body(page).focus();
    await page.keyboard.type(' and *cheap*');
    await tabTo(page, 'button', 'Show the present text');
    await page.keyboard.press('Enter');
    await preview.locator('em').filter({ hasText: 'cheap' }).waitFor();
    await preview.and(page.locator(':focus')).waitFor();
    await tabTo(page, 'button', 'Preview', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await preview.waitFor({ state: 'detached' });
  });

  test('the link of a message is copied', async () => {
    const text = `To be passed on ${mark} ${viewport.width}`;
    const id = await post({ author: 'Noor', body: text }, stack.url);
    const page = await openBoard({ viewport, permissions: ['clipboard-read', 'clipboard-write'] }, stack.url);
    await message(page, text).focus();
    await tabTo(page, 'button', 'Copy link');
    await page.keyboard.press('Enter');
    await action(page, text, 'Link copied.').and(page.locator(':focus')).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${stack.url}/#m-${id}`);
  });
});

describe.each(SIZES)('on $name', ({ name, viewport }) => {
  test('while the database is away the board stays readable and loses no text; when it is back, one post results', {
    timeout: 120_000,
  }, async () => {
    const text = `Written in an outage on ${name} ${mark}`;
    await post({ author: 'Noor', body: `From before on ${name} ${mark}` }, stack.url);
    const page = await openBoard({ viewport }, stack.url);
    await message(page, `From before on ${name} ${mark}`).waitFor();

    await stack.killDatabase();
    try {
      await reloadUntilOld(page, `From before on ${name} ${mark}`);
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

  test('without any pod of the API the board stays readable, its writer sees what was written last, and can post the next when one is back', {
    timeout: 120_000,
  }, async () => {
    const text = `Written last on ${name} ${mark}`;
    const page = await openBoard({ viewport }, stack.url);
    const failure = page.getByRole('alert').filter({ hasText: 'Your text is still here.' });
    await postOnPage(page, 'Noor', text);
    await stack.killApi();
    try {
      await reloadUntilOld(page, text);
      await write(page, 'Noor', `${text}, and more`);
      await postButton(page).click();
      await failure.getByText('Please try again in a few seconds.').waitFor();
      expect(await body(page).inputValue()).toBe(`${text}, and more`);
    } finally {
      await stack.startApi();
    }
    await failure.getByRole('button', { name: 'Retry' }).click();
    await message(page, `${text}, and more`).waitFor();
    expect(await body(page).inputValue()).toBe('');
  });
});

const HOSTILE = [
  "<script>document.title = 'pwned'</script>",
  `<img src="x" onerror="document.title = 'pwned'">`,
  "<svg onload=\"document.title = 'pwned'\"><script>document.title = 'pwned'</script></svg>",
  `<a href="javascript:document.title = 'pwned'">one link</a>`,
];

/** Without event handlers: the browser reports those to the console, and so to browser.ts, even while they are taken away. */
const UNCLEANED = HOSTILE.join('').replaceAll(/ on\w+="[^"]*"/g, '');

test('hostile Markdown is inert, and so is what an API would make of it that cleans nothing', async () => {
  const text = [...HOSTILE, "[another link](javascript:document.title='pwned')", `**inert** ${mark}`].join(
    '\n\n',
  );
  await submit({ author: 'Mallory', body: `Breached ${text}` }, stack.url);
  await post({ author: 'Mallory', body: `Rendered ${text}` }, stack.url);
  const page = await openBoard({}, stack.url, async (opened) => {
    await opened.route('**/api/v1/messages?*', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { items: { body: string; html: string }[] };
      for (const item of list.items.filter(({ body }) => body === `Breached ${text}`)) {
        item.html = `${UNCLEANED}<p>Breached <strong>inert</strong> ${mark}</p>`;
      }
      await route.fulfill({ response, json: list });
    });
  });
  for (const name of ['Rendered', 'Breached']) {
    const shown = message(page, `${name} `).filter({ hasText: mark }).locator('[id$="-body"]');
    await shown.locator('strong').filter({ hasText: 'inert' }).click();
    expect(await shown.locator('script, img, svg, [onerror], [onload], [href]:not([href=""])').count()).toBe(
      0,
    );
  }
  expect(await page.title()).toBe(CONFIG.title);
});

test.each(VIEWS.filter(({ name }) => ['dark', 'phone'].includes(name)))(
  'axe finds nothing wrong with Markdown and a report being written, in the view "$name"',
  async ({ name, ...look }) => {
    const text = `Formatted ${name} ${mark}`;
    const markdown = `${text}: *one*, **two**, ~~three~~, \`four\`, [five](https://example.org)\n\n> six\n\n- seven\n\n\`\`\`\n${'eight '.repeat(30)}\n\`\`\``;
    await post({ author: 'Noor', body: markdown }, stack.url);
    const page = await openBoard(look, stack.url);
    await message(page, text).locator('pre').waitFor();
    await action(page, text, 'Report').click();
    await page.getByLabel('What is wrong with this message?').waitFor();
    await expectWellMade(page, `markdown-${name}`);
  },
);

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

test('events pass nginx as they come', async () => {
  const stream = await fetch(`${stack.url}/api/v1/stream`, { signal: AbortSignal.timeout(30_000) });
  const id = await post({ author: 'Noor', body: `Told at once ${mark}` }, stack.url);
  const events = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  while (!told.includes(id)) {
    const { value, done } = (await events?.read()) ?? { done: true };
    expect(done).toBe(false);
    told += value;
  }
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

/** What all readers share counts as new for up to two seconds after it came. */
async function reloadUntilOld(page: Page, text: string) {
  await until(async () => {
    await page.reload();
    await message(page, text).waitFor();
    return page.getByText('These messages may be out of date').isVisible();
  });
}
