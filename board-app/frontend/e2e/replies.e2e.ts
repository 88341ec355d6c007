import type { Page, ViewportSize } from 'playwright-core';
import { afterEach, describe, test } from 'vitest';
import { AT_ONCE_MS, action, comeBack, mark, message, post, removeOwnMessages, SIZES } from './board';
import { openBoard } from './browser';

afterEach(removeOwnMessages);

const LIST = /parent=none$/;

/** Answers a message of Noor's, and waits until the answer stands under it. */
async function reply(page: Page, text: string, answer: string): Promise<void> {
  await action(page, text, 'Reply').click();
  const form = page.getByRole('form', { name: 'Reply to Noor' });
  await form.getByLabel('Your name').fill('Tomás');
  await form.getByLabel('Reply').fill(answer);
  await form.getByRole('button', { name: 'Post reply' }).click();
  await answered(page, text, answer);
}

/** Since then, what its head has asked for is from before the reply that was written on it. */
async function reloadedAfterReply(viewport: ViewportSize, text: string): Promise<Page> {
  await post({ author: 'Noor', body: text });
  const page = await openBoard({ viewport });
  await message(page, text).waitFor();
  const [old] = await Promise.all([page.waitForResponse(LIST).then((list) => list.body()), comeBack(page)]);
  await page.route(LIST, (route) =>
    route.request().headers()['cache-control'] === 'no-cache'
      ? route.continue()
      : route.fulfill({ contentType: 'application/json', body: old }),
  );
  await reply(page, text, `Me too ${mark}`);
  await page.reload();
  return page;
}

const answered = (page: Page, text: string, answer: string) =>
  message(page, text).getByRole('article').filter({ hasText: answer }).waitFor();

describe.each(SIZES)('on $name', ({ viewport }) => {
  test('a reply stands under what it answers', async () => {
    await post({ author: 'Noor', body: `Who comes? ${mark}` });
    const page = await openBoard({ viewport });
    await reply(page, `Who comes? ${mark}`, `Me ${mark}`);
    await page.reload();
    await action(page, `Who comes? ${mark}`, '1 reply').click();
    await answered(page, `Who comes? ${mark}`, `Me ${mark}`);
  });

  test('a reply counts at once after a reload, whatever caches still have', async () => {
    const text = `Who else comes? ${mark}`;
    const page = await reloadedAfterReply(viewport, text);
    await action(page, text, '1 reply').waitFor({ timeout: AT_ONCE_MS });
  });

  test('what the page asked for while it was loading is not shown later', async () => {
    const text = `Who comes at last? ${mark}`;
    const page = await reloadedAfterReply(viewport, text);
    await page.unroute(LIST);
    await page.evaluate(() => localStorage.removeItem('messageboard.writes'));
    await post({ author: 'Tomás', body: `Just now ${mark}` });
    await comeBack(page);
    await page.getByRole('button', { name: /new message/ }).waitFor({ timeout: AT_ONCE_MS });
    await action(page, text, '1 reply').waitFor({ timeout: AT_ONCE_MS });
  });
});
