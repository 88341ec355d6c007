import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWellMade } from './axe';
import { BOARD, body, mark, post, removeOwnMessages, SIZES } from './board';
import { openBrowser } from './browser';

let newest: string;

beforeAll(async () => {
  newest = await post({
    author: 'Noor',
    body: `Welcome, everyone! Write here what the whole team should know. ${mark}`,
  });
});

afterAll(removeOwnMessages);

const LARGE_TEXT = [
  { name: 'a page twice as large', viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, font: 16 },
  { name: 'text twice as large', viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1, font: 32 },
  {
    name: 'text twice as large on a phone',
    viewport: { width: 320, height: 640 },
    deviceScaleFactor: 1,
    font: 32,
  },
];

test.each(LARGE_TEXT)('$name fits the window, and none of it is cut off', async ({ name, font, ...view }) => {
  const page = await openBrowser(view);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: font } });
  await page.goto(BOARD);
  const message = page.locator(`#m-${newest}`);
  await message.getByRole('button', { name: 'React' }).click();
  await message.getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('form', { name: 'Reply to Noor' }).waitFor();
  const size = await body(page).evaluate((field) => getComputedStyle(field).fontSize);
  expect(size).toBe(`${font}px`);
  await expectWellMade(page, name.replaceAll(' ', '-'));
  expect(await page.evaluate(cutOff)).toEqual([]);
});

/** The texts that are larger than what shows of them. */
function cutOff(): (string | null)[] {
  const isCut = (element: Element) =>
    getComputedStyle(element).overflowX !== 'visible' &&
    (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
  const texts = [...document.querySelectorAll(':is(h1, h2, h3, p, label, button, a, time, [id$="-body"])')];
  return texts
    .filter((element) => !element.closest('.visually-hidden') && isCut(element))
    .map((element) => element.textContent);
}

test.each([
  { reducedMotion: 'no-preference', moves: true },
  { reducedMotion: 'reduce', moves: false },
] as const)(
  'with the preference "$reducedMotion" something moves: $moves',
  async ({ reducedMotion, moves }) => {
    const page = await openBrowser({ reducedMotion });
    await page.route('**/api/v1/messages?*', () => {});
    await page.goto(BOARD);
    await page.getByRole('status').filter({ hasText: 'Loading messages…' }).waitFor();
    await page.getByRole('button', { name: 'Post message' }).hover();
    const longest = await page.evaluate(() => {
      const animations = document.getAnimations().map(({ effect }) => Number(effect?.getTiming().duration));
      const transitions = [...document.querySelectorAll('*')].map(
        (element) => 1000 * Number.parseFloat(getComputedStyle(element).transitionDuration),
      );
      return Math.max(...animations, ...transitions);
    });
    if (moves) expect(longest).toBeGreaterThan(100);
    else expect(longest).toBeLessThanOrEqual(1);
  },
);

describe.each(SIZES)('on $name', ({ viewport }) => {
  test('a reader of Dutch gets the page in Dutch, and its times and counts too', async () => {
    const page = await openBrowser({ viewport, locale: 'nl-NL' });
    await page.goto(BOARD);
    await page.getByRole('heading', { name: 'Berichten' }).waitFor();
    const time = page.locator(`#m-${newest}`).getByRole('time');
    expect(await time.textContent()).toMatch(/geleden$|^zojuist$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    await expectWellMade(page, `dutch-${viewport.width}`);
  });

  test.each(['light', 'dark'] as const)(
    'any colour of a board can be read in %s, and is there before the page on the next visit',
    async (colorScheme) => {
      const page = await openBrowser({ viewport, colorScheme });
      await page.route('**/config.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), accent: '#ffd400' } });
      });
      await page.goto(BOARD);
      await page.locator(`#m-${newest}`).waitFor();
      const accent = () =>
        page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent-light'));
      await expect.poll(accent).not.toBe('#0b5fff');
      const shown = await accent();
      await expectWellMade(page, `accent-${colorScheme}-${viewport.width}`);
      await page.route('**/assets/*.js', (route) => route.abort());
      await page.reload();
      expect(await accent()).toBe(shown);
    },
  );
});
