import { expect, test } from 'vitest';
import { words } from '../../test/catalogue';
import { en } from './en';
import { nl } from './nl';

test('every string is there in Dutch, and none was left in English', () => {
  const english = new Map(words(en));
  const dutch = new Map(words(nl));
  expect([...dutch.keys()]).toEqual([...english.keys()]);
  const same = [...dutch].filter(([path, text]) => text === english.get(path)).map(([path]) => path);
  expect(same).toEqual(['reaction.label']);
});
