import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  action,
  author,
  BOARD,
  body,
  deleteOnPage,
  expectNoSidewaysScrolling,
  mark,
  message,
  post,
  postButton,
  postOnPage,
  removeOwnMessages,
  SIZES,
  write,
} from './board';
import { openBoard } from './browser';

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
    const text = `Hello from a real browser ${mark}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', text);
    expect(await body(page).inputValue()).toBe('');
    await page.reload();
    await message(page, text).waitFor();
    expect(await message(page, text).getByRole('heading').textContent()).toBe('Noor');
    expect(await author(page).inputValue()).toBe('Noor');
  });

  test('a deleted message is gone at once, and still gone after a reload', async () => {
    const text = `Soon gone ${mark}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', `Stays ${mark}`);
    await postOnPage(page, 'Noor', text);
    await deleteOnPage(page, text);
    expect(await message(page, text).count()).toBe(0);
    await page.reload();
    await message(page, `Stays ${mark}`).waitFor();
    expect(await message(page, text).count()).toBe(0);
  });

  test('a deletion can be taken back', async () => {
    const text = `Deleted by mistake ${mark}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', text);
    await deleteOnPage(page, text);
    await page.getByRole('button', { name: 'Undo' }).click();
    await message(page, text).and(page.locator(':focus')).waitFor();
    await page.reload();
    await message(page, text).waitFor();
  });

  test('an edited message says so, and still after a reload', async () => {
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', `Tpyo ${mark}`);
    await action(page, `Tpyo ${mark}`, 'Edit').click();
    await page.getByLabel('Edit your message').fill(`Typo ${mark}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await message(page, `Typo ${mark}`).getByText('edited', { exact: true }).waitFor();
    await page.reload();
    await message(page, `Typo ${mark}`).getByText('edited', { exact: true }).waitFor();
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
    expect(await complaintAt(page, 'Message')).toContain('The text holds nothing that can be seen.');
    expect(await body(page).inputValue()).toBe('\u200b');
  });

  test('a reaction counts for everybody, and can be taken back', async () => {
    await post({ author: 'Tomás', body: `To react to ${mark}` });
    const page = await openBoard({ viewport });
    await action(page, `To react to ${mark}`, 'React').click();
    await action(page, `To react to ${mark}`, 'Love, 0').click();
    await action(page, `To react to ${mark}`, 'Love, 1').and(page.locator('[aria-pressed=true]')).waitFor();
    await page.reload();
    await action(page, `To react to ${mark}`, 'Love, 1').click();
    await action(page, `To react to ${mark}`, 'Love, 1').waitFor({ state: 'detached' });
  });

  test('piled-up marks and right-to-left names stay inside their message', async () => {
    const zalgo = `Z${'\u0336\u0338'.repeat(2)} piled up ${mark}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'مريم', zalgo);
    const article = message(page, `piled up ${mark}`);
    // The text stands there plainly until what draws its markup has been loaded.
    const style = (element: Element) => {
      const { direction, overflow } = getComputedStyle(element);
      return { direction, overflow };
    };
    await expect.poll(() => article.getByRole('heading').evaluate(style)).toMatchObject({ direction: 'rtl' });
    await expect
      .poll(() => article.locator('[id$="-body"]').evaluate(style))
      .toMatchObject({ overflow: 'clip' });
  });

  test('markup, whoever sends it, is text', async () => {
    const text = `<img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script> inert ${mark}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, '<b>Noor</b>', text);
    expect(await message(page, `inert ${mark}`).locator('img, script, b').count()).toBe(0);
    expect(await page.title()).not.toBe('pwned');
  });

  test('nothing has to be scrolled sideways, whatever people write', async () => {
    const text = `${'unbreakable'.repeat(30)} ${mark}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'W'.repeat(64), text);
    await expectNoSidewaysScrolling(page);
  });
});

test('a name that turns the writing direction is refused beside its field', async () => {
  const page = await openBoard();
  await write(page, '\u202eMallory', `Not posted ${mark}`);
  await postButton(page).click();
  expect(await complaintAt(page, 'Your name')).toContain(
    'The text holds a character that changes the text direction.',
  );
  expect(await body(page).inputValue()).toBe(`Not posted ${mark}`);
});

test('a name that turns the writing direction, wherever it came from, turns nothing after it', async () => {
  const text = `Not turned ${mark}`;
  const page = await openBoard({}, BOARD, async (opened) => {
    await opened.route('**/api/v1/messages?*', async (route) => {
      const response = await route.fetch();
      const turned = (await response.text()).replaceAll('"Mallory"', '"\u202eMallory"');
      await route.fulfill({ response, body: turned });
    });
  });
  await post({ author: 'Mallory', body: text });
  await page.reload();
  const name = message(page, text).getByRole('heading');
  const time = message(page, text).getByRole('time');
  expect(await name.evaluate(runsToTheRight)).toBe(false);
  expect(await time.evaluate(runsToTheRight)).toBe(true);
  expect((await time.boundingBox())?.x).toBeGreaterThan((await name.boundingBox())?.x ?? Number.NaN);
});

/** Whether the last letter is painted to the right of the second one; the first may be one that nobody sees. */
function runsToTheRight({ firstChild }: Element): boolean {
  if (!(firstChild instanceof Text)) throw new Error('no text');
  const leftOf = (offset: number) => {
    const range = document.createRange();
    range.setStart(firstChild, offset);
    range.setEnd(firstChild, offset + 1);
    return range.getBoundingClientRect().left;
  };
  return leftOf(1) < leftOf(firstChild.length - 1);
}
