import { expect, test } from 'vitest';
import { forgetAttempt, idempotencyKeyFor, uuid } from './idempotencyKey';

const MESSAGE = { author: 'Noor', body: 'Hello' };

test('the same message has the same key, another one has another', () => {
  const key = idempotencyKeyFor(MESSAGE);
  expect(idempotencyKeyFor({ ...MESSAGE })).toBe(key);
  expect(idempotencyKeyFor({ ...MESSAGE, body: 'Hello!' })).not.toBe(key);
});

test('the same text is another message once the first was posted', () => {
  const key = idempotencyKeyFor(MESSAGE);
  forgetAttempt();
  expect(idempotencyKeyFor(MESSAGE)).not.toBe(key);
});

test('a key is a random UUID', () => {
  expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuid()).not.toBe(uuid());
});
