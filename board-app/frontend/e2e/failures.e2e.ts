import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { body, mark, message, postButton, removeOwnMessages, SIZES, tabToControl, write } from './board';
import { openBoard } from './browser';

afterEach(removeOwnMessages);

const MORE_THAN_A_MINUTE_ALLOWS = 200;

const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your text is still here.' });

/** Posts from the page's own address until the board has had enough of it. */
async function postTooMuch(page: Page): Promise<void> {
  const last = await page.evaluate(async (most) => {
    for (let posts = 0; posts < most; posts += 1) {
      const message = JSON.stringify({ author: 'Noor', body: `Once more ${posts}` });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/api/v1/messages', { method: 'POST', headers, body: message });
      await response.text(); // else the browser keeps what the message can be removed with to itself
      if (response.status !== 201) return response.status;
    }
    return 201;
  }, MORE_THAN_A_MINUTE_ALLOWS);
  expect(last).toBe(429);
}

async function secondsToWait(page: Page): Promise<number> {
  const words = await failure(page)
    .getByText(/^Retry in \d+ seconds?$/)
    .textContent();
  return Number(words?.match(/\d+/)?.[0]);
}

describe.each(SIZES)('on $name', ({ viewport }) => {
  test('a message on its way stands in the list until the board has it', async () => {
    const text = `On its way ${mark}`;
    const page = await openBoard({ viewport });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/v1/messages', async (route) => {
      await released;
      await route.continue();
    });
    await write(page, 'Noor', text);
    await postButton(page).click();
    const onItsWay = page.locator('#messages [aria-hidden] p').filter({ hasText: text });
    await onItsWay.waitFor();
    expect(await message(page, text).count()).toBe(0);
    release();
    await message(page, text).waitFor();
    expect(await onItsWay.count()).toBe(0);
  });

  test('a browser that lost the answer posts once, however often it tries', async () => {
    const text = `Once ${mark}`;
    const page = await openBoard({ viewport });
    await page.route('**/api/v1/messages', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await write(page, 'Noor', text);
    await postButton(page).click();
    await failure(page).waitFor();
    await page.unroute('**/api/v1/messages');
    await page.reload();
    await postButton(page).click();
    await expect.poll(() => body(page).inputValue(), { timeout: 15_000 }).toBe('');
    await page.reload();
    await message(page, text).waitFor();
    expect(await message(page, text).count()).toBe(1);
  });

  test('without a connection the page says so, the text stays, and goes out on request once there is one', async () => {
    const text = `Written on a train ${mark}`;
    const page = await openBoard({ viewport });
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    await write(page, 'Noor', text);
    await postButton(page).click();
    await failure(page).waitFor();
    expect(await body(page).inputValue()).toBe(text);
    await page.context().setOffline(false);
    await page.getByText('You are offline').waitFor({ state: 'detached' });
    await tabToControl(page, failure(page).getByRole('button', { name: 'Retry' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await message(page, text).waitFor();
  });

  test('who posts too often sees the seconds run that the board named, and may try again after them', async () => {
    const text = `Too often ${mark}`;
    const page = await openBoard({ viewport }, undefined, (opened) => opened.clock.install());
    await postTooMuch(page);
    await write(page, 'Noor', text);
    const [refusal] = await Promise.all([
      page.waitForResponse((response) => response.status() === 429),
      postButton(page).click(),
    ]);
    const named = Number(await refusal.headerValue('retry-after'));
    const seconds = await secondsToWait(page);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(named);
    const retry = failure(page).getByRole('button', { name: 'Retry' });
    expect(await retry.isDisabled()).toBe(true);
    expect(await body(page).inputValue()).toBe(text);
    await page.clock.runFor(2_000);
    expect(await secondsToWait(page)).toBeLessThan(seconds);
    await page.clock.runFor(named * 1_000);
    await retry.and(page.locator(':enabled')).waitFor();
    expect(await body(page).inputValue()).toBe(text);
  });
});
