import { useStrings } from '../i18n/strings';
import styles from './Header.module.css';
import { ThemeSwitch } from './ThemeSwitch';
import { useAccent, useBoardConfig } from './useBoardConfig';

/** The board's name. Its place is kept while the name is on its way, so that nothing moves. */
export function Header() {
  const { shell } = useStrings();
  const config = useBoardConfig();
  useAccent();
  const title = config.isPending ? '' : config.title || shell.defaultTitle;
  return (
    <header className={styles.header}>
      <title>{title || shell.defaultTitle}</title>
      <img className={styles.mark} src="/favicon.svg" alt="" width="36" height="36" />
      <div className={styles.names}>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        {config.description && (
          <p className={styles.description} dir="auto">
            {config.description}
          </p>
        )}
      </div>
      <ThemeSwitch />
    </header>
  );
}
