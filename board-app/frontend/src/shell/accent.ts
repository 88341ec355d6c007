import { remember } from './storage';

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const DARK_SURFACE: Rgb = [24, 29, 38];
const DARK_INK: Rgb = [12, 20, 36];
const READABLE = 4.5;
const STEPS = 50;

/** The board's colour for both themes, moved towards black or white until everybody can read it on the page. */
export function accentTokens(accent: string): Record<string, string> {
  const chosen = parse(accent);
  const light = toned(chosen, [0, 0, 0], (tone) => contrast(tone, [245, 246, 248]) >= READABLE);
  const dark = toned(
    chosen,
    WHITE,
    (tone) => Math.min(contrast(tone, DARK_SURFACE), contrast(tone, DARK_INK)) >= 7,
  );
  return {
    '--accent-light': css(light),
    '--accent-strong-light': css(mixed(light, [0, 0, 0], 0.18)),
    '--accent-dark': css(dark),
    '--accent-strong-dark': css(mixed(dark, WHITE, 0.3)),
  };
}

/** public/theme.js sets what is remembered here before the next visit's first paint. */
export function showAccent(accent: string): void {
  const tokens = accentTokens(accent);
  for (const [name, value] of Object.entries(tokens)) document.documentElement.style.setProperty(name, value);
  remember('accent', tokens);
}

export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export function parse(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function toned(colour: Rgb, target: Rgb, isReadable: (tone: Rgb) => boolean): Rgb {
  for (let step = 0; step < STEPS; step += 1) {
    const tone = mixed(colour, target, step / STEPS);
    if (isReadable(tone)) return tone;
  }
  return target;
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (x: number, y: number) => Math.round(x + (y - x) * share);
  return [part(a[0], b[0]), part(a[1], b[1]), part(a[2], b[2])];
}

/** WCAG 2. */
function luminance(colour: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

function css(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
