import type { QueryClient } from '@tanstack/react-query';
import { KEY, listQuery } from '../message/useMessages';
import { isWayBack } from './navigation';
import { CONFIG_QUERY } from './useBoardConfig';

/** Rather a moment later than with things that move; without an answer the page begins with the defaults. */
const CONFIG_PATIENCE_MS = 1_000;
/** The head of the page has asked long before the script runs: what is not there by now takes long. */
export const LIST_PATIENCE_MS = 100;

/** What the first drawing of the board shows, if it comes in time; what comes late is drawn when it is there. Never fails. */
export async function firstView(client: QueryClient): Promise<void> {
  await Promise.all([configInTime(client), inTime(firstList(client), LIST_PATIENCE_MS)]);
}

/** On the way back it may be as old as the last visit. */
async function firstList(client: QueryClient): Promise<void> {
  await client.prefetchQuery(listQuery(client));
  if (isWayBack()) await client.invalidateQueries({ queryKey: KEY });
}

/** What each view shows. */
export function configInTime(client: QueryClient): Promise<void> {
  return inTime(client.prefetchQuery(CONFIG_QUERY), CONFIG_PATIENCE_MS);
}

function inTime(arrival: Promise<void>, patienceMs: number): Promise<void> {
  return Promise.race([arrival, new Promise<void>((done) => setTimeout(done, patienceMs))]);
}
