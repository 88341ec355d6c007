import * as v from 'valibot';
import type { BoardConfig } from '../api/boardConfig';
import type { Message } from '../api/messages';
import { remember, remembered } from '../shell/storage';

const KEY = 'own';
const KEPT = 500;

const TokensSchema = v.fallback(v.record(v.string(), v.string()), {});

/** The edit token that came with a post from this device. */
export function tokenOf(id: string): string | undefined {
  return tokens()[id];
}

export function rememberToken(id: string, token: string): void {
  const entries = Object.entries({ ...tokens(), [id]: token });
  remember(KEY, Object.fromEntries(entries.slice(-KEPT)));
}

function tokens(): Record<string, string> {
  return v.parse(TokensSchema, remembered(KEY));
}

export interface Rights {
  edit: boolean;
  delete: boolean;
}

/** What this device may do with a message. An API that hands out no tokens leaves deleting to everyone. */
export function rightsOver(
  message: Message,
  token: string | undefined,
  { deletePolicy, editWindowSeconds }: Pick<BoardConfig, 'deletePolicy' | 'editWindowSeconds'>,
  now: Date,
): Rights {
  const age = (now.getTime() - Date.parse(message.createdAt)) / 1000;
  const isOwn = token !== undefined;
  const hasTokens = message.replyCount !== undefined;
  return {
    edit: isOwn && age < editWindowSeconds,
    delete: deletePolicy === 'anyone' || (deletePolicy === 'author' && (isOwn || !hasTokens)),
  };
}
