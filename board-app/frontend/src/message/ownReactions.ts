import * as v from 'valibot';
import { remember, remembered } from '../shell/storage';

const KEY = 'reactions';
const KEPT = 500;

/** The list is the same for everybody, so each device remembers what its reader has pressed. */
const OwnSchema = v.fallback(v.array(v.string()), []);

export function isMine(id: string, name: string): boolean {
  return own().includes(`${id} ${name}`);
}

export function rememberReaction(id: string, name: string, on: boolean): void {
  const entry = `${id} ${name}`;
  const others = own().filter((known) => known !== entry);
  remember(KEY, (on ? [...others, entry] : others).slice(-KEPT));
}

function own(): string[] {
  return v.parse(OwnSchema, remembered(KEY));
}
