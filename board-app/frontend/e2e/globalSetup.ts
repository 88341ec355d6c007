import type { TestProject } from 'vitest/node';
import { Stack } from './stack';

declare module 'vitest' {
  interface ProvidedContext {
    board: string;
  }
}

/** The board under test: the one that MESSAGEBOARD_URL names, else one that is started here, on loopback. */
export default async function setup({ provide }: TestProject) {
  const given = process.env.MESSAGEBOARD_URL;
  if (given) return provide('board', given);
  const stack = await Stack.start();
  provide('board', stack.url);
  return () => stack.stop();
}
