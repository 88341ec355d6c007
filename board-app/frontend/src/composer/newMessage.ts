import * as v from 'valibot';
import type { NewMessage } from '../api/messages';
import type { Strings } from '../i18n/en';

export const AUTHOR_LIMIT = 64;
export const BODY_LIMIT = 4000;

/** The server counts code points, so an emoji of one code point is one character here too. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** The rules of the API, told before the message is sent. The API has the last word. */
export function newMessageSchema({ composer }: Strings): v.GenericSchema<NewMessage, NewMessage> {
  return v.object({
    author: text(AUTHOR_LIMIT, composer.authorMissing, composer.authorTooLong(AUTHOR_LIMIT)),
    body: text(BODY_LIMIT, composer.bodyMissing, composer.bodyTooLong(BODY_LIMIT)),
  });
}

function text(limit: number, missing: string, tooLong: string) {
  return v.pipe(
    v.string(),
    v.check((value) => value.trim() !== '', missing),
    v.check((value) => codePoints(value) <= limit, tooLong),
  );
}
