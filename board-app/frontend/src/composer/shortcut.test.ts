import { expect, test } from 'vitest';
import { isPostShortcut } from './shortcut';

test.each([
  ['Ctrl+Enter posts', { key: 'Enter', ctrlKey: true }, true],
  ['Cmd+Enter posts', { key: 'Enter', metaKey: true }, true],
  ['Enter alone is a new line', { key: 'Enter' }, false],
  ['Ctrl+B is none of our business', { key: 'b', ctrlKey: true }, false],
  [
    'Ctrl+Enter while a word is being composed belongs to the input method',
    { key: 'Enter', ctrlKey: true, isComposing: true },
    false,
  ],
  [
    'so does the key that Safari sends as it ends the composition',
    { key: 'Enter', ctrlKey: true, keyCode: 229 },
    false,
  ],
])('%s', (_, init, posts) => {
  expect(isPostShortcut(new KeyboardEvent('keydown', init))).toBe(posts);
});
