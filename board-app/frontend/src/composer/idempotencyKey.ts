import type { NewMessage } from '../api/messages';
import { remember, remembered } from '../shell/storage';

const KEY = 'attempt';

/** The same message, tried again (even after a reload), has the same key: the server posts it once. */
export function idempotencyKeyFor(message: NewMessage): string {
  const content = JSON.stringify(message);
  const last = remembered(KEY) as { content?: unknown; key?: unknown } | null;
  if (last?.content === content && typeof last.key === 'string') return last.key;
  const key = uuid();
  remember(KEY, { content, key });
  return key;
}

/** The same text, written again after it was posted, is another message. */
export function forgetAttempt(): void {
  remember(KEY, undefined);
}

/** `crypto.randomUUID` exists over HTTPS only; boards inside a cluster are often read over plain HTTP. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
