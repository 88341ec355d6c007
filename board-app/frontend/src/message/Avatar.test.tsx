import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Avatar } from './Avatar';

function avatarOf(name: string): Element | null {
  return render(<Avatar name={name} />).container.firstElementChild;
}

test.each([
  ['noor', 'N'],
  [' عمر', 'ع'],
  ['👩‍🚀 Sally', '👩‍🚀'],
  ['\u200b', '\u200b'],
])('the avatar of "%s" shows "%s"', (name, letter) => {
  expect(avatarOf(name)?.textContent).toBe(letter);
});

test('one name has one colour, and nothing of it is read aloud', () => {
  expect(avatarOf('Noor')?.className).toBe(avatarOf('Noor')?.className);
  expect(avatarOf('Noor')).toHaveAttribute('aria-hidden', 'true');
});
