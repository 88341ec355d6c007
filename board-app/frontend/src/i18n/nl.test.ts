import { expect, test } from 'vitest';
import { en } from './en';
import { nl } from './nl';

/** `composer.remaining(2)` -> its words, for every entry of a catalogue. */
function words(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object') return words(value, `${path}${name}.`);
    return [[path + name, typeof value === 'function' ? value(2, 2) : value]];
  });
}

test('every string is there in Dutch, and none was left in English', () => {
  const english = new Map(words(en));
  const dutch = new Map(words(nl));
  expect([...dutch.keys()]).toEqual([...english.keys()]);
  const same = [...dutch].filter(([path, text]) => text === english.get(path)).map(([path]) => path);
  expect(same).toEqual(['reaction.label']);
});
