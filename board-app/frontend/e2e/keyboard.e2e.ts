import { afterEach, describe, expect, test } from 'vitest';
import {
  action,
  comeBack,
  deleteOnPage,
  mark,
  message,
  post,
  postAll,
  postOnPage,
  removeOwnMessages,
  SIZES,
  tabTo,
} from './board';
import { openBoard } from './browser';

// Nothing here is clicked. Previews, reports and moderation need a board that has them: moderation.e2e.ts.
afterEach(removeOwnMessages);

describe.each(SIZES)('with the keyboard alone, on $name', ({ viewport }) => {
  test('a message is written, changed, deleted and brought back', async () => {
    const text = `Typed ${mark}`;
    const page = await openBoard({ viewport });
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
    await tabTo(page, 'button', 'Edit');
    await page.keyboard.press('Enter');
    await page.getByLabel('Edit your message').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await message(page, text).and(page.locator(':focus')).waitFor();
    await tabTo(page, 'button', 'Delete');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await message(page, text).and(page.locator(':focus')).waitFor();
  });

  test('a message is posted with its button', async () => {
    const text = `Posted ${mark}`;
    const page = await openBoard({ viewport });
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Noor');
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
    await tabTo(page, 'button', 'Post message');
    await page.keyboard.press('Space');
    await message(page, text).waitFor();
    await page.getByLabel('Message', { exact: true }).and(page.locator(':focus')).waitFor();
  });

  test('after a deletion the focus is at the neighbour of what has gone', async () => {
    const page = await openBoard({ viewport });
    await postOnPage(page, 'Noor', `Below ${mark}`);
    await postOnPage(page, 'Noor', `Above ${mark}`);
    await deleteOnPage(page, `Above ${mark}`);
    await page.getByRole('button', { name: 'Undo' }).and(page.locator(':focus')).waitFor();
    await message(page, `Below ${mark}`).and(page.locator(':focus')).waitFor();
  });

  test('a reaction is given and taken back, and the focus never gets lost', async () => {
    const text = `To react to ${mark}`;
    await post({ author: 'Tomás', body: text });
    const page = await openBoard({ viewport });
    await message(page, text).focus();
    await tabTo(page, 'button', 'React');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', 'Love, 0', 'Shift+Tab');
    await page.keyboard.press('Space');
    await action(page, text, 'Love, 1').and(page.locator('[aria-pressed=true]:focus')).waitFor();
    await tabTo(page, 'button', 'React');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', 'Love, 1', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await action(page, text, 'Love, 1').waitFor({ state: 'detached' });
    await action(page, text, 'React').and(page.locator(':focus')).waitFor();
  });

  test('a message is replied to, a second reply is thought better of, and the replies are folded away', async () => {
    const text = `Who comes? ${mark}`;
    await post({ author: 'Tomás', body: text });
    const page = await openBoard({ viewport });
    const form = page.getByRole('form', { name: 'Reply to Tomás' });
    await message(page, text).focus();
    await tabTo(page, 'button', 'Reply');
    await page.keyboard.press('Enter');
    await form.getByLabel('Your name').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Noor');
    await page.keyboard.press('Tab');
    await page.keyboard.type(`Me ${mark}`);
    await page.keyboard.press('Control+Enter');
    await message(page, text)
      .getByRole('article')
      .filter({ hasText: `Me ${mark}` })
      .waitFor();
    await message(page, text).first().and(page.locator(':focus')).waitFor();
    await tabTo(page, 'button', 'Reply');
    await page.keyboard.press('Enter');
    await form.getByLabel('Reply').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await message(page, text).first().and(page.locator(':focus')).waitFor();
    await tabTo(page, 'button', '1 reply');
    await page.keyboard.press('Enter');
    await message(page, `Me ${mark}`).getByRole('article').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await message(page, text)
      .getByRole('article')
      .filter({ hasText: `Me ${mark}` })
      .waitFor();
  });

  test('the messages are reached, older ones and new ones too', async () => {
    const texts = Array.from({ length: 25 }, (_, index) => `Number ${index} of all ${mark}`);
    await postAll(texts);
    const page = await openBoard({ viewport });
    await message(page, `Number 24 of all ${mark}`).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#messages').and(page.locator(':focus')).waitFor();
    await message(page, `Number 5 of all ${mark}`).focus();
    await tabTo(page, 'button', 'Load older');
    await page.keyboard.press('Enter');
    await message(page, `Number 0 of all ${mark}`).waitFor();
    await post({ author: 'Tomás', body: `From elsewhere ${mark}` });
    await comeBack(page);
    await page.getByRole('button', { name: /new message/ }).waitFor();
    await page.locator('#messages').focus();
    await tabTo(page, 'button', '1 new message');
    await page.keyboard.press('Enter');
    await message(page, `From elsewhere ${mark}`).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#m-/);
    await message(page, `From elsewhere ${mark}`).and(page.locator(':focus')).waitFor();
  });

  test('another theme and another language are chosen', async () => {
    const page = await openBoard({ viewport, colorScheme: 'light' });
    await page.getByRole('radio', { name: 'Automatic' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('radio', { name: 'Dark' }).and(page.locator(':checked:focus')).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark');
    await page.getByRole('link', { name: 'Atom feed' }).focus();
    await tabTo(page, 'combobox', 'Language');
    await page.keyboard.type('Ned');
    await page.getByRole('heading', { name: 'Berichten' }).waitFor();
  });
});
