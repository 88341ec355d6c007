import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  author,
  body,
  deleteOnPage,
  expectNoSidewaysScrolling,
  message,
  post,
  postButton,
  postOnPage,
  RUN,
  removeOwnMessages,
  write,
} from './board';
import { openBoard } from './browser';

const SIZES = [
  { name: 'a desktop', viewport: { width: 1280, height: 900 } },
  { name: 'a phone of 320 pixels', viewport: { width: 320, height: 640 } },
];

afterEach(removeOwnMessages);

/** The text that assistive technology reads with a field, once it has the field's complaint in it. */
async function complaintAt(page: Page, label: string): Promise<string> {
  const field = page.getByLabel(label, { exact: true }).and(page.locator('[aria-invalid="true"]'));
  await field.waitFor();
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

describe.each(SIZES)('on $name', ({ viewport }) => {
  test('a posted message is there at once, and still there after a reload', async () => {
    const text = `Hello from a real browser ${RUN}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', text);
    expect(await body(page).inputValue()).toBe('');
    await page.reload();
    await message(page, text).waitFor();
    expect(await message(page, text).getByRole('heading').textContent()).toBe('Noor');
  });

  test('a deleted message is gone at once, and still gone after a reload', async () => {
    const text = `Soon gone ${RUN}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', `Stays ${RUN}`);
    await postOnPage(page, 'Noor', text);
    await deleteOnPage(page, text);
    expect(await message(page, text).count()).toBe(0);
    await page.reload();
    await message(page, `Stays ${RUN}`).waitFor();
    expect(await message(page, text).count()).toBe(0);
  });

  test('a message without text is refused beside the field, and the name stays', async () => {
    const page = await openBoard({ viewport });
    await author(page).fill('Noor');
    await postButton(page).click();
    expect(await complaintAt(page, 'Message')).toContain('Write a message first.');
    expect(await author(page).inputValue()).toBe('Noor');
  });

  test('a message that is too long is refused beside the field, and outlives a reload', async () => {
    const text = 'x'.repeat(4001);
    const page = await openBoard({ viewport });
    await write(page, 'Noor', text);
    await postButton(page).click();
    expect(await complaintAt(page, 'Message')).toContain('Keep the message within 4,000 characters.');
    await page.reload();
    expect(await body(page).inputValue()).toBe(text);
  });

  test('a message that only the server finds empty is refused beside the field, and stays', async () => {
    const page = await openBoard({ viewport });
    await write(page, 'Noor', '\u200b');
    await postButton(page).click();
    expect(await complaintAt(page, 'Message')).toMatch(/\w/);
    expect(await body(page).inputValue()).toBe('\u200b');
  });

  test('nothing has to be scrolled sideways, whatever people write', async () => {
    const text = `${'unbreakable'.repeat(30)} ${RUN}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'W'.repeat(64), text);
    await expectNoSidewaysScrolling(page);
    await message(page, RUN)
      .getByRole('button', { name: /^Delete/ })
      .click();
    await page.getByRole('alertdialog').waitFor();
    await expectNoSidewaysScrolling(page);
  });
});

test('after a deletion the keyboard is at the neighbour of what has gone', async () => {
  const page = await openBoard();
  await postOnPage(page, 'Noor', `Below ${RUN}`);
  await postOnPage(page, 'Noor', `Above ${RUN}`);
  await deleteOnPage(page, `Above ${RUN}`);
  await message(page, `Below ${RUN}`).and(page.locator(':focus')).waitFor();
});

test('everything can be done with the keyboard alone', async () => {
  const text = `Typed ${RUN}`;
  const page = await openBoard();
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Skip to the messages' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Noor');
  await page.keyboard.press('Tab');
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await message(page, text).waitFor();

  await page.keyboard.press('Tab');
  await postButton(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await message(page, text).waitFor({ state: 'detached' });
});

test('without a connection the text stays, and goes out on request once there is one', async () => {
  const text = `Written on a train ${RUN}`;
  const page = await openBoard();
  await page.context().setOffline(true);
  await write(page, 'Noor', text);
  await postButton(page).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Your text is still here.' });
  await alert.waitFor();
  expect(await body(page).inputValue()).toBe(text);
  await page.context().setOffline(false);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await message(page, text).waitFor();
});

test('older messages come on request, and each one once', async () => {
  const texts = Array.from({ length: 25 }, (_, index) => `Number ${String(index).padStart(2, '0')} ${RUN}`);
  for (const text of texts) await post({ author: 'Noor', body: text });
  const page = await openBoard();
  await message(page, texts[24] as string).waitFor();
  expect(await message(page, texts[0] as string).count()).toBe(0);
  await page.getByRole('button', { name: 'Load older' }).click();
  await message(page, texts[0] as string).waitFor();
  const shown = await message(page, RUN).getByRole('paragraph').allTextContents();
  expect(shown).toEqual(texts.toReversed());
});

test('markup, whoever sends it, is text', async () => {
  const text = `<img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script> ${RUN}`;
  const page = await openBoard();
  await postOnPage(page, '<b>Noor</b>', text);
  expect(await message(page, RUN).locator('img, script, b').count()).toBe(0);
  expect(await page.title()).not.toBe('pwned');
});

test('what somebody else writes shows up by itself', { timeout: 45_000 }, async () => {
  const page = await openBoard();
  await post({ author: 'Tomás', body: `From elsewhere ${RUN}` });
  await message(page, `From elsewhere ${RUN}`).waitFor({ timeout: 30_000 });
});
