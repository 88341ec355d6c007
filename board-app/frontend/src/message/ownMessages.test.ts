import { describe, expect, test } from 'vitest';
import { message } from '../../test/fakeBoard';
import { rememberToken, rightsOver, tokenOf } from './ownMessages';

const NOW = new Date('2026-11-20T10:10:00Z');
const config = { deletePolicy: 'author', editWindowSeconds: 900 } as const;
const full = message(1, { replyCount: 0 });

describe('this device may', () => {
  test.each([
    ['edit and delete what it wrote', 'token', config, { edit: true, delete: true }],
    ['do nothing with what others wrote', undefined, config, { edit: false, delete: false }],
    [
      'not edit when the time for it is over',
      'token',
      { ...config, editWindowSeconds: 599 },
      { edit: false, delete: true },
    ],
    [
      'delete nothing where only moderators may',
      'token',
      { ...config, deletePolicy: 'admin' as const },
      { edit: true, delete: false },
    ],
    [
      'delete everything where anyone may',
      undefined,
      { ...config, deletePolicy: 'anyone' as const },
      { edit: false, delete: true },
    ],
  ])('%s', (_, token, settings, rights) => {
    expect(rightsOver(full, token, settings, NOW)).toEqual(rights);
  });

  test('delete where the board hands out no tokens', () => {
    expect(rightsOver(message(1), undefined, config, NOW)).toEqual({ edit: false, delete: true });
  });
});

test('a token is kept on this device, whatever else was stored there', () => {
  localStorage.setItem('messageboard.own', '[1]');
  rememberToken('7', 'secret');
  expect(tokenOf('7')).toBe('secret');
  expect(tokenOf('8')).toBeUndefined();
});
