/** "1 reply", "1,234 replies": numbers and plurals by the rules of the language. */
export function counting(locale: string) {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (n: number, one: string, other: string) =>
    `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`;
}
