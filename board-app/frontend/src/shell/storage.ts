/** What this device remembers. A browser that refuses storage costs the memory, never the page. */
export function remembered(key: string, storage: () => Storage = () => localStorage): unknown {
  try {
    return JSON.parse(storage().getItem(`messageboard.${key}`) ?? 'null');
  } catch {
    return null;
  }
}

export function remember(key: string, value: unknown, storage: () => Storage = () => localStorage): void {
  try {
    if (value === undefined) storage().removeItem(`messageboard.${key}`);
    else storage().setItem(`messageboard.${key}`, JSON.stringify(value));
  } catch {
    // Nothing to do: the page holds the value as long as it is open.
  }
}
