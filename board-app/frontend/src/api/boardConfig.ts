import * as v from 'valibot';
import { read, send } from './http';

/** A value that is missing, or that this page does not know (of a newer operator), costs that setting, not the page. */
const BoardConfigSchema = v.object({
  title: v.fallback(v.string(), ''),
  description: v.fallback(v.string(), ''),
  accent: v.fallback(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)), '#0b5fff'),
  markup: v.fallback(v.picklist(['plain', 'markdown']), 'plain'),
  posting: v.fallback(v.picklist(['open', 'moderated', 'closed']), 'open'),
  deletePolicy: v.fallback(v.picklist(['author', 'admin', 'anyone']), 'author'),
  editWindowSeconds: v.fallback(v.number(), 900),
  maxMessageLength: v.fallback(v.number(), 4000),
  showServedBy: v.fallback(v.boolean(), false),
  moderation: v.fallback(v.boolean(), false),
});

/** What the operator tells the page about its board. */
export type BoardConfig = v.InferOutput<typeof BoardConfigSchema>;

export const DEFAULTS: BoardConfig = v.parse(BoardConfigSchema, {});

export async function fetchBoardConfig(signal?: AbortSignal): Promise<BoardConfig> {
  return read(BoardConfigSchema, await send('/config.json', { signal }));
}
