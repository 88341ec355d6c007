import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  action,
  author,
  BOARD,
  body,
  DESKTOP,
  deleteOnPage,
  expectNoSidewaysScrolling,
  message,
  PHONE,
  post,
  postAll,
  postButton,
  postOnPage,
  RUN,
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

  test('a deletion can be taken back', async () => {
    const text = `Deleted by mistake ${RUN}`;
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
    await postOnPage(page, 'Noor', `Tpyo ${RUN}`);
    await action(page, `Tpyo ${RUN}`, 'Edit').click();
    await page.getByLabel('Edit your message').fill(`Typo ${RUN}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await message(page, `Typo ${RUN}`).getByText('edited', { exact: true }).waitFor();
    await page.reload();
    await message(page, `Typo ${RUN}`).getByText('edited', { exact: true }).waitFor();
  });

  test('a reply stands under what it answers', async () => {
    await post({ author: 'Noor', body: `Who comes? ${RUN}` });
    const page = await openBoard({ viewport });
    await action(page, `Who comes? ${RUN}`, 'Reply').click();
    const form = page.getByRole('form', { name: 'Reply to Noor' });
    await form.getByLabel('Your name').fill('Tomás');
    await form.getByLabel('Reply').fill(`Me ${RUN}`);
    await form.getByRole('button', { name: 'Post reply' }).click();
    await message(page, `Who comes? ${RUN}`)
      .getByRole('article')
      .filter({ hasText: `Me ${RUN}` })
      .waitFor();
    await page.reload();
    await action(page, `Who comes? ${RUN}`, '1 reply').click();
    await message(page, `Who comes? ${RUN}`)
      .getByRole('article')
      .filter({ hasText: `Me ${RUN}` })
      .waitFor();
  });

  test('a link to a message that is far down leads to it', async () => {
    // Nobody reads the list in between: one that shows the message may stay in the cache of another front-end pod.
    const later = Array.from({ length: 25 }, (_, index) => `Later ${index} ${RUN}`);
    const [id] = await postAll([`Linked ${RUN}`, ...later]);
    const page = await openBoard({ viewport }, `${BOARD}/#m-${id}`);
    await page.locator(`#m-${id}`).and(page.locator(':focus')).waitFor();
    await page.getByText('The message you followed a link to').waitFor();
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

  test('a reaction counts for everybody, and can be taken back', async () => {
    await post({ author: 'Tomás', body: `To react to ${RUN}` });
    const page = await openBoard({ viewport });
    await action(page, `To react to ${RUN}`, 'React').click();
    await action(page, `To react to ${RUN}`, 'Love, 0').click();
    await action(page, `To react to ${RUN}`, 'Love, 1').and(page.locator('[aria-pressed=true]')).waitFor();
    await page.reload();
    await action(page, `To react to ${RUN}`, 'Love, 1').click();
    await action(page, `To react to ${RUN}`, 'Love, 1').waitFor({ state: 'detached' });
  });

  test('piled-up marks and right-to-left names stay inside their message', async () => {
    const zalgo = `Z${'\u0336\u0338'.repeat(2)} piled up ${RUN}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'مريم', zalgo);
    const article = message(page, `piled up ${RUN}`);
    expect(
      await article.getByRole('heading').evaluate((element) => getComputedStyle(element).direction),
    ).toBe('rtl');
    expect(
      await article.locator('[id$="-body"]').evaluate((element) => getComputedStyle(element).overflow),
    ).toBe('clip');
  });

  test('markup, whoever sends it, is text', async () => {
    const text = `<img src=x onerror="document.title='pwned'"><script>document.title='pwned'</script> inert ${RUN}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, '<b>Noor</b>', text);
    expect(await message(page, `inert ${RUN}`).locator('img, script, b').count()).toBe(0);
    expect(await page.title()).not.toBe('pwned');
  });

  test('nothing has to be scrolled sideways, whatever people write', async () => {
    const text = `${'unbreakable'.repeat(30)} ${RUN}`;
    const page = await openBoard({ viewport });
    await postOnPage(page, 'W'.repeat(64), text);
    await expectNoSidewaysScrolling(page);
  });
});

test('after a deletion the keyboard is at the neighbour of what has gone', async () => {
  const page = await openBoard();
  await postOnPage(page, 'Noor', `Below ${RUN}`);
  await postOnPage(page, 'Noor', `Above ${RUN}`);
  await deleteOnPage(page, `Above ${RUN}`);
  await page.getByRole('button', { name: 'Undo' }).and(page.locator(':focus')).waitFor();
  await message(page, `Below ${RUN}`).and(page.locator(':focus')).waitFor();
});

test('everything can be done with the keyboard alone', async () => {
  const text = `Typed ${RUN}`;
  const page = await openBoard();
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Skip to the messages' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('radio', { name: 'Automatic' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Noor');
  await page.keyboard.press('Tab');
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await message(page, text).waitFor();

  await tabTo(page, 'button', 'Edit');
  await page.keyboard.press('Enter');
  await page.getByLabel('Edit your message').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(' again');
  await page.keyboard.press('Control+Enter');
  await message(page, `${text} again`).and(page.locator(':focus')).waitFor();
  await tabTo(page, 'button', 'Delete');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await message(page, text).and(page.locator(':focus')).waitFor();
});

/** Goes on with the Tab key until the control has the focus. */
async function tabTo(page: Page, role: 'button' | 'link', name: string) {
  const focused = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  for (let presses = 0; presses < 30 && (await focused.count()) === 0; presses += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await focused.count()).toBe(1);
}

test('a browser that lost the answer posts once, however often it tries', async () => {
  const text = `Once ${RUN}`;
  const page = await openBoard();
  await page.route('**/api/v1/messages', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await write(page, 'Noor', text);
  await postButton(page).click();
  await page.getByRole('alert').filter({ hasText: 'Your text is still here.' }).waitFor();
  await page.unroute('**/api/v1/messages');
  await page.reload();
  await postButton(page).click();
  await message(page, text).waitFor();
  await page.reload();
  await message(page, text).waitFor();
  expect(await message(page, text).count()).toBe(1);
});

test('two browsers see each other, and neither may delete what the other wrote', {
  timeout: 60_000,
}, async () => {
  await post({ author: 'Tomás', body: `Being read ${RUN}` });
  const [one, two] = [
    await openBoard({ viewport: DESKTOP.viewport }),
    await openBoard({ viewport: PHONE.viewport }),
  ];
  await message(two, `Being read ${RUN}`).waitFor();
  await postOnPage(one, 'Noor', `From one ${RUN}`);
  await two.getByRole('button', { name: /new message/ }).click({ timeout: 30_000 });
  await message(two, `From one ${RUN}`).waitFor();
  expect(await action(two, `From one ${RUN}`, 'Delete').count()).toBe(0);
  expect(await action(one, `From one ${RUN}`, 'Delete').count()).toBe(1);
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
  await postAll(texts);
  const page = await openBoard();
  await message(page, texts[24] as string).waitFor();
  expect(await message(page, texts[0] as string).count()).toBe(0);
  await page.getByRole('button', { name: 'Load older' }).click();
  await message(page, texts[0] as string).waitFor();
  const numbered = page.getByRole('article').filter({ hasText: new RegExp(`Number \\d+ ${RUN}`) });
  const shown = await numbered.getByRole('paragraph').allTextContents();
  expect(shown).toEqual(texts.toReversed());
});

test('what somebody else writes is told, and shown on request', { timeout: 45_000 }, async () => {
  await post({ author: 'Noor', body: `Being read ${RUN}` });
  const page = await openBoard();
  await message(page, `Being read ${RUN}`).waitFor();
  await post({ author: 'Tomás', body: `From elsewhere ${RUN}` });
  await page.getByRole('button', { name: /new message/ }).click({ timeout: 30_000 });
  await message(page, `From elsewhere ${RUN}`).waitFor();
});
