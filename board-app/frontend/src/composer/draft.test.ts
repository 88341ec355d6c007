import { expect, test, vi } from 'vitest';
import { loadDraft, saveDraft } from './draft';

const EMPTY = { author: '', body: '' };

test('a draft is found again', () => {
  saveDraft({ author: 'Noor', body: 'Half a sent' });
  expect(loadDraft()).toEqual({ author: 'Noor', body: 'Half a sent' });
});

test.each(['', 'null', '{', '[1]', '{"author":1,"body":{}}'])(
  'a draft that is unreadable (%s) is an empty one',
  (stored) => {
    localStorage.setItem('messageboard.draft', stored);
    expect(loadDraft()).toEqual(EMPTY);
  },
);

test('a browser that refuses storage can still write messages', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  saveDraft({ author: 'Noor', body: 'Hello' });
  expect(loadDraft()).toEqual(EMPTY);
});
