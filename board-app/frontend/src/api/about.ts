import * as v from 'valibot';
import { read, send } from './http';

export const AboutSchema = v.object({ servedBy: v.optional(v.object({ pod: v.string(), ip: v.string() })) });

const SUFFIX_LENGTH = 5;

/** Which pod answers, as "Host-x7k2p (10.0.1.7)": nginx takes another connection each time, so another pod. */
export async function fetchServedBy(signal?: AbortSignal): Promise<string | null> {
  const { servedBy } = await read(AboutSchema, await send('/api/v1/about', { signal }));
  return servedBy ? `Host-${servedBy.pod.slice(-SUFFIX_LENGTH)} (${servedBy.ip})` : null;
}
