import { useState } from 'react';
import { useStrings } from '../i18n/strings';
import styles from './ThemeSwitch.module.css';
import { chooseTheme, chosenTheme, THEMES, type Theme } from './theme';

const PICTURES: Record<Theme, string> = {
  auto: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4',
  dark: 'M16 12.5A7 7 0 0 1 7.5 4 7 7 0 1 0 16 12.5z',
};

/** Light, dark, or whatever the system has. */
export function ThemeSwitch() {
  const { shell } = useStrings();
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <fieldset className={styles.switch} aria-label={shell.theme}>
      {THEMES.map((option) => (
        <label key={option} className={styles.option} title={shell.themes[option]}>
          <input
            type="radio"
            name="theme"
            aria-label={shell.themes[option]}
            checked={theme === option}
            onChange={() => choose(option)}
          />
          <svg viewBox="0 0 20 20" width="18" height="18" data-option={option} aria-hidden="true">
            <path d={PICTURES[option]} />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}
