import { expect, test } from 'vitest';
import { words } from '../../test/catalogue';
import { moderationStrings } from './strings';

test('every string of a moderator is there in Dutch, and none was left in English', () => {
  const english = new Map(words(moderationStrings('en')));
  const dutch = new Map(words(moderationStrings('nl')));
  expect([...dutch.keys()]).toEqual([...english.keys()]);
  expect(english.get('reports')).toBe('2 reports');
  const same = [...dutch].filter(([path, text]) => text === english.get(path)).map(([path]) => path);
  expect(same).toEqual([]);
});
