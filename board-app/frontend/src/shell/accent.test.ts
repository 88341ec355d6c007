import { expect, test } from 'vitest';
import { accentTokens, contrast, parse } from './accent';

const COLOURS = ['#0b5fff', '#ffff00', '#000000', '#ffffff', '#ff0000', '#00ff88', '#808080'];

test.each(COLOURS)('a board of the colour %s is readable in light and dark', (colour) => {
  const tokens = accentTokens(colour);
  expect(contrast(parse(tokens['--accent-light'] ?? ''), parse('#ffffff'))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(parse(tokens['--accent-dark'] ?? ''), parse('#181d26'))).toBeGreaterThanOrEqual(7);
});

test('a colour that is readable as it is stays as it is', () => {
  expect(accentTokens('#0b5fff')['--accent-light']).toBe('#0b5fff');
});
