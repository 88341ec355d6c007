/** `composer.remaining(2)` -> its words, for every entry of a catalogue. */
export function words(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object') return words(value, `${path}${name}.`);
    return [[path + name, typeof value === 'function' ? value(2, 2) : value]];
  });
}
