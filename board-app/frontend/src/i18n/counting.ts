/** "1 reply", "1,234 replies": numbers and plurals by the rules of the language, which are loaded when something is counted. */
export function counting(locale: string) {
  let rules: { plural: Intl.PluralRules; number: Intl.NumberFormat } | undefined;
  return (n: number, one: string, other: string) => {
    rules ??= { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) };
    return `${rules.number.format(n)} ${rules.plural.select(n) === 'one' ? one : other}`;
  };
}
