import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoSidewaysScrolling } from './board';
import { picture } from './browser';

export const VIEWS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', viewport: { width: 1280, height: 900 } },
  { name: 'phone', colorScheme: 'light', forcedColors: 'none', viewport: { width: 320, height: 640 } },
  { name: 'phone-dark', colorScheme: 'dark', forcedColors: 'none', viewport: { width: 320, height: 640 } },
  {
    name: 'forced-colors',
    colorScheme: 'dark',
    forcedColors: 'active',
    viewport: { width: 1280, height: 900 },
  },
] as const;

/** Where a second look is enough: the colours are the system's, and the window is narrow. */
export const FORCED_COLORS_PHONE = {
  name: 'phone-forced-colors',
  colorScheme: 'light',
  forcedColors: 'active',
  viewport: { width: 320, height: 640 },
} as const;

/** The eye, a narrow window and axe all look at the same state. */
export async function expectWellMade(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expectNoSidewaysScrolling(page);
  expect(await violations(page)).toEqual([]);
}

/** What axe finds, said shortly. The page's policy forbids scripts from outside, so axe comes in through the debugger. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  expect(results.passes.length).toBeGreaterThan(0);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
