import * as v from 'valibot';
import { read, send } from './http';

const BoardConfigSchema = v.object({ title: v.string() });

/** What the operator tells the page about its board. */
export type BoardConfig = v.InferOutput<typeof BoardConfigSchema>;

export async function fetchBoardConfig(): Promise<BoardConfig> {
  return read(BoardConfigSchema, await send('/config.json'));
}
