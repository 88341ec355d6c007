import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  AT_ONCE_MS,
  action,
  BOARD,
  DESKTOP,
  mark,
  message,
  PHONE,
  post,
  postAll,
  postOnPage,
  removeOwnMessages,
  SIZES,
  topOf,
} from './board';
import { openBoard, openBrowser } from './browser';

afterEach(removeOwnMessages);

const numbered = (index: number) => `Number ${String(index).padStart(2, '0')} ${mark}`;
const someMessages = (count: number) => Array.from({ length: count }, (_, index) => numbered(index));

/** Scrolls until the message is near the top of the window, and tells how near. */
async function read(page: Page, text: string): Promise<number> {
  await message(page, text).evaluate((element) =>
    scrollTo(0, scrollY + element.getBoundingClientRect().top - 60),
  );
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  return topOf(message(page, text));
}

async function isStill(page: Page, text: string, top: number) {
  await expect.poll(() => topOf(message(page, text))).toBeCloseTo(top, 0);
}

const WAYS_BACK = [
  {
    name: 'a reload',
    go: (page: Page) => page.reload(),
    news: (page: Page) => message(page, `Written meanwhile ${mark}`),
  },
  {
    name: 'the way back from another page',
    go: async (page: Page) => {
      await page.goto('about:blank');
      await page.goBack();
    },
    news: (page: Page) => page.getByRole('button', { name: /new message/ }),
  },
];

describe.each(SIZES)('on $name', ({ viewport }) => {
  test('a link to a message that is far down leads to it, and sets it off from the others', async () => {
    // Nobody reads the list in between: one that shows the message may stay in the cache of another front-end pod.
    const [id] = await postAll([`Linked ${mark}`, ...someMessages(25)]);
    const page = await openBoard({ viewport }, `${BOARD}/#m-${id}`);
    const linked = page.locator(`#m-${id}`);
    await linked.and(page.locator(':focus')).waitFor();
    await page.getByText('The message you followed a link to').waitFor();
    const border = (element: Element) => getComputedStyle(element).borderTopColor;
    expect(await linked.evaluate(border)).not.toBe(await message(page, numbered(24)).evaluate(border));
  });

  test('a message tells how long ago it was written, and when exactly', async () => {
    await post({ author: 'Noor', body: `Just written ${mark}` });
    const page = await openBoard({ viewport });
    const time = message(page, `Just written ${mark}`).getByRole('time');
    expect(await time.textContent()).toMatch(/^just now$|ago$/);
    expect(await time.getAttribute('title')).toContain(String(new Date().getFullYear()));
  });

  test('older messages come on request, and each one once', async () => {
    await postAll(someMessages(25));
    const page = await openBoard({ viewport });
    await message(page, numbered(24)).waitFor();
    expect(await message(page, numbered(0)).count()).toBe(0);
    await page.getByRole('button', { name: 'Load older' }).click();
    await message(page, numbered(0)).waitFor();
    const all = page.getByRole('article').filter({ hasText: new RegExp(`Number \\d+ ${mark}`) });
    expect(await all.getByRole('paragraph').allTextContents()).toEqual(someMessages(25).toReversed());
  });

  test('what somebody else writes is told without moving what is being read, and shown on request', async () => {
    await postAll(someMessages(12));
    const page = await openBoard({ viewport });
    const top = await read(page, numbered(6));
    await post({ author: 'Tomás', body: `From elsewhere ${mark}` });
    const pill = page.getByRole('button', { name: /new message/ });
    await pill.waitFor({ timeout: 30_000 });
    expect(await topOf(message(page, numbered(6)))).toBe(top);
    await pill.click();
    await message(page, `From elsewhere ${mark}`).and(page.locator(':focus')).waitFor();
  });

  test.each(WAYS_BACK)(
    '$name leads to the text that was being read, whatever was written above it',
    async ({ go, news }) => {
      await postAll(someMessages(15));
      const page = await openBoard({ viewport });
      const top = await read(page, numbered(5));
      await post({ author: 'Tomás', body: `Written meanwhile ${mark}` });
      await go(page);
      await news(page).waitFor({ timeout: AT_ONCE_MS });
      await page.waitForLoadState('networkidle');
      await isStill(page, numbered(5), top);
      await action(page, numbered(5), 'React').press('Enter');
      await action(page, numbered(5), 'Love, 0').waitFor();
      await isStill(page, numbered(5), top);
    },
  );

  test('a list that is long in coming is stood in for after 200 ms, until it is there', async () => {
    await post({ author: 'Noor', body: `Long in coming ${mark}` });
    const page = await openBrowser({ viewport });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/v1/messages?*', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(BOARD);
    const skeleton = page.getByRole('status').filter({ hasText: 'Loading messages…' });
    const opacities = await skeleton.evaluate((element) => {
      const [appearing] = element.getAnimations() as [Animation];
      appearing.pause();
      return [0, 199, 1000].map((time) => {
        appearing.currentTime = time;
        return getComputedStyle(element).opacity;
      });
    });
    expect(opacities).toEqual(['0', '0', '1']);
    release();
    await message(page, `Long in coming ${mark}`).waitFor();
    expect(await skeleton.count()).toBe(0);
  });
});

test('two browsers see each other, and neither may delete what the other wrote', {
  timeout: 60_000,
}, async () => {
  await post({ author: 'Tomás', body: `Being read ${mark}` });
  const [one, two] = [
    await openBoard({ viewport: DESKTOP.viewport }),
    await openBoard({ viewport: PHONE.viewport }),
  ];
  await message(two, `Being read ${mark}`).waitFor();
  await postOnPage(one, 'Noor', `From one ${mark}`);
  await two.getByRole('button', { name: /new message/ }).click({ timeout: 30_000 });
  await message(two, `From one ${mark}`).waitFor();
  expect(await action(two, `From one ${mark}`, 'Delete').count()).toBe(0);
  expect(await action(one, `From one ${mark}`, 'Delete').count()).toBe(1);
});
