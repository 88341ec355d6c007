import { createContext, useContext } from 'react';
import { remember, remembered } from '../shell/storage';
import { en, type Strings } from './en';

/** Only English comes with the page; another catalogue is fetched when somebody wants it. */
const CATALOGUES = {
  en: { name: 'English', load: async () => en },
  nl: { name: 'Nederlands', load: async () => (await import('./nl')).nl },
};

export type Language = keyof typeof CATALOGUES;

export const LANGUAGES = Object.entries(CATALOGUES).map(([language, { name }]) => ({
  language: language as Language,
  name,
}));

function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(CATALOGUES, value);
}

/** The one chosen on this device, else the first of the browser's that there is a catalogue for. */
export function preferredLanguage(): Language {
  const chosen = remembered('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  remember('language', language);
}

/** A catalogue that cannot be fetched leaves the page in English. */
export async function loadStrings(language: Language): Promise<Strings> {
  return CATALOGUES[language].load().catch(() => en);
}

export const StringsContext = createContext<Strings>(en);

export function useStrings(): Strings {
  return useContext(StringsContext);
}
