import styles from './Avatar.module.css';

const letters = new Intl.Segmenter();
const TONES = [styles.tone0, styles.tone1, styles.tone2, styles.tone3, styles.tone4, styles.tone5];

/** The first letter on a colour that belongs to the name. It says nothing that the name does not say. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={`${styles.avatar} ${TONES[hash(name) % TONES.length]}`} aria-hidden="true">
      {firstLetter(name)}
    </span>
  );
}

function firstLetter(name: string): string {
  const [first] = letters.segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? '';
}

function hash(name: string): number {
  let value = 0;
  for (const character of name) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
