import { remember, remembered } from './storage';

export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** Follows the system unless this device was told otherwise. */
export function chosenTheme(): Theme {
  const theme = remembered('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** public/theme.js does the same before the first paint of the next visit. */
export function chooseTheme(theme: Theme): void {
  remember('theme', theme === 'auto' ? undefined : theme);
  const { documentElement: root } = document;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const scheme = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]');
  if (scheme) scheme.content = theme === 'auto' ? 'light dark' : theme;
}
