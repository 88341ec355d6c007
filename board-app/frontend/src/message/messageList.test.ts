import { describe, expect, test } from 'vitest';
import { message } from '../../test/fakeBoard';
import { type MessageList, refreshed, revealed, shown, withOlder, without, withPosted } from './messageList';

/** `list('5 4', '4')`: messages 5 and 4, and the cursor 4 to what is older. */
function list(ids: string, next: string | null = null): MessageList {
  return {
    items: ids
      .split(' ')
      .filter(Boolean)
      .map((id) => message(Number(id))),
    next,
    waiting: [],
  };
}

function idsOf({ items }: MessageList): string {
  return items.map(({ id }) => id).join(' ');
}

describe('a refresh of the first page', () => {
  test.each([
    ['adds what is new', '5 4 3', '4 3 2 1', '5 4 3 2 1'],
    ['drops what was deleted in its reach', '5 3 2', '5 4 3 2 1', '5 3 2 1'],
    ['keeps everything when nothing happened', '5 4 3', '5 4 3 2 1', '5 4 3 2 1'],
    ['leaves the known messages alone when it does not meet them', '9 8 7', '3 2 1', '3 2 1'],
    ['is the whole list at the beginning', '5 4 3', '', '5 4 3'],
    ['reaches further down where messages were deleted', '5 4 2', '5 4 3', '5 4 2'],
  ])('%s', (_, fresh, known, result) => {
    expect(idsOf(refreshed(list(fresh, 'fresh'), list(known, 'known')))).toBe(result);
  });

  test('goes on where the known list ends, or where it ends itself', () => {
    expect(refreshed(list('5 4 3', 'fresh'), list('4 3 2', 'known')).next).toBe('known');
    expect(refreshed(list('5 4 2', 'fresh'), list('5 4 3', 'known')).next).toBe('fresh');
  });

  test('is everything when the server has no more', () => {
    expect(refreshed(list('5 4'), list('5 4 3 2 1', 'known'))).toMatchObject(list('5 4'));
    expect(refreshed(list(''), list('5 4 3', 'known'))).toMatchObject(list(''));
  });
});

describe('what others write meanwhile', () => {
  test.each([
    ['waits above what is being read', '5 4 3', '4 3 2 1', '5'],
    ['waits also below what the reader has just written', '6 5 4', '6 4', '5'],
    ['does not wait where nothing is being read', '5 4 3', '', ''],
    ['does not wait below the list', '5 4 2', '5 4 3', ''],
  ])('%s', (_, fresh, known, waiting) => {
    expect(refreshed(list(fresh, 'fresh'), list(known, 'known')).waiting.join(' ')).toBe(waiting);
  });

  test('goes on waiting through refreshes, and is shown on request', () => {
    const once = refreshed(list('5 4 3', 'f'), list('4 3', 'k'));
    const twice = refreshed(list('6 5 4', 'f'), once);
    expect(shown(twice).map(({ id }) => id)).toEqual(['4', '3']);
    expect(idsOf(revealed(twice))).toBe('6 5 4 3');
    expect(revealed(twice).waiting).toEqual([]);
  });

  test('replaces the list on request where it is too much to join it', () => {
    const apart = refreshed(list('9 8 7', 'fresh'), list('3 2 1', 'known'));
    expect(idsOf(apart)).toBe('3 2 1');
    expect(revealed(apart)).toEqual(list('9 8 7', 'fresh'));
  });
});

describe('an older page', () => {
  test('continues the list', () => {
    expect(withOlder(list('5 4', '4'), '4', list('3 2', '2'))).toEqual(list('5 4 3 2', '2'));
  });

  test('that does not belong to the end of the list any more is ignored', () => {
    expect(withOlder(list('9 8', '8'), '4', list('3 2', '2'))).toEqual(list('9 8', '8'));
  });

  test('brings no message twice', () => {
    expect(idsOf(withOlder(list('5 4', '4'), '4', list('4 3')))).toBe('5 4 3');
  });
});

test('a posted message comes first, and once', () => {
  expect(idsOf(withPosted(list('5 4'), message(6)))).toBe('6 5 4');
  expect(idsOf(withPosted(list('6 5 4'), message(6)))).toBe('6 5 4');
});

test('a deleted message leaves the others as they are', () => {
  expect(without(list('5 4 3', '3'), '4')).toEqual(list('5 3', '3'));
});
