import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/ApiError';
import { en } from '../i18n/en';
import { describeError } from './describeError';

describe('an error is told', () => {
  test('in the words of the server where it has some', () => {
    const error = new ApiError(429, { title: 'Slow down', detail: 'Ten messages a minute.', traceId: 'abc' });
    expect(describeError(error, en)).toEqual({
      title: 'Slow down',
      detail: 'Ten messages a minute.',
      traceId: 'abc',
    });
  });

  test.each([
    [null, en.failure.unreachable],
    [429, en.failure.tooMany],
    [502, en.failure.unavailable],
    [503, en.failure.unavailable],
    [504, en.failure.unavailable],
    [500, en.failure.unexpected],
    [200, en.failure.unexpected],
  ])('in our own words where the answer (%s) has none', (status, title) => {
    expect(describeError(new ApiError(status), en).title).toBe(title);
  });
});
