import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { en } from '../i18n/en';
import { AUTHOR_LIMIT, codePoints, newMessageSchema } from './newMessage';

const BODY_LIMIT = 4000;
const schema = newMessageSchema(en, BODY_LIMIT);
const ok = { author: 'Noor', body: 'Hello' };

function complaints(message: typeof ok): string[] {
  return v.safeParse(schema, message).issues?.map((issue) => issue.message) ?? [];
}

describe('a message is accepted', () => {
  test.each([
    ['at the limits', { author: 'x'.repeat(AUTHOR_LIMIT), body: 'x'.repeat(BODY_LIMIT) }],
    ['at the limit in emoji, each one character to its writer', { ...ok, body: '🍲'.repeat(BODY_LIMIT) }],
    ['with the spaces that it was written with', { ...ok, body: '  indented\n' }],
  ])('%s', (_, message) => {
    expect(v.parse(schema, message)).toEqual(message);
  });
});

describe('a message is refused', () => {
  test.each([
    ['without a name', { ...ok, author: '' }, en.composer.authorMissing],
    ['with a blank name', { ...ok, author: ' \t' }, en.composer.authorMissing],
    ['with a name too long', { ...ok, author: 'x'.repeat(65) }, 'Keep your name within 64 characters.'],
    ['without text', { ...ok, body: '' }, en.composer.bodyMissing],
    ['with blank text', { ...ok, body: '\n \n' }, en.composer.bodyMissing],
    ['with text too long', { ...ok, body: 'x'.repeat(4001) }, 'Keep the message within 4,000 characters.'],
  ])('%s', (_, message, complaint) => {
    expect(complaints(message)).toEqual([complaint]);
  });
});

test('characters are counted as the server counts them', () => {
  expect(codePoints('naïve 🍲')).toBe(7);
});
