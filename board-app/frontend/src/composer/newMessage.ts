import * as v from 'valibot';
import type { Strings } from '../i18n/en';
import type { Draft } from './draft';

export const AUTHOR_LIMIT = 64;

/** The server counts code points, so an emoji of one code point is one character here too. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** The rules of the API, told before the message is sent. The API has the last word. */
export function newMessageSchema({ composer }: Strings, bodyLimit: number): v.GenericSchema<Draft, Draft> {
  return v.object({
    author: text(AUTHOR_LIMIT, composer.authorMissing, composer.authorTooLong(AUTHOR_LIMIT)),
    body: text(bodyLimit, composer.bodyMissing, composer.bodyTooLong(bodyLimit)),
  });
}

function text(limit: number, missing: string, tooLong: string) {
  return v.pipe(
    v.string(),
    v.check((value) => value.trim() !== '', missing),
    v.check((value) => codePoints(value) <= limit, tooLong),
  );
}
