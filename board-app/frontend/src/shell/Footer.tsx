import { useQuery } from '@tanstack/react-query';
import { fetchServedBy } from '../api/about';
import { LANGUAGES, type Language, useStrings } from '../i18n/strings';
import styles from './Footer.module.css';
import { useBoardConfig } from './useBoardConfig';

export function Footer({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { shell, locale } = useStrings();
  const { showServedBy, moderation } = useBoardConfig();
  return (
    <footer className={styles.footer}>
      <p>{showServedBy && <ServedBy />}</p>
      <nav className={styles.links}>
        <a href="/api/v1/feed.atom">{shell.feed}</a>
        {moderation && <a href="/moderation">{shell.moderation}</a>}
        <label>
          <span className="visually-hidden">{shell.language}</span>
          <select
            className={styles.language}
            value={locale}
            onChange={(event) => onLanguage(event.target.value as Language)}
          >
            {LANGUAGES.map(({ language, name }) => (
              <option key={language} value={language} lang={language}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </nav>
    </footer>
  );
}

/** Shows that there are several pods. A board that cannot tell says nothing. */
function ServedBy() {
  const { shell } = useStrings();
  const about = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => fetchServedBy(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return about.data ? shell.servedBy(about.data) : null;
}
