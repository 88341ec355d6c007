import { useState } from 'react';
import { Button } from 'react-aria-components';
import { adminApi } from '../api/admin';
import { useStrings } from '../i18n/strings';
import { Header } from '../shell/Header';
import { remember, remembered } from '../shell/storage';
import { Audit } from './Audit';
import styles from './Moderation.module.css';
import { QueueView } from './QueueView';
import { moderationStrings } from './strings';
import { TokenForm } from './TokenForm';
import { VIEWS, type View } from './views';

const TOKEN = 'moderator';

/** The page for who holds the board's admin token, which this tab keeps until it is closed. */
export default function Moderation() {
  const { locale } = useStrings();
  const strings = moderationStrings(locale);
  const [token, setToken] = useState(() => remembered(TOKEN, () => sessionStorage));
  const [view, setView] = useState<View>('pending');
  const keep = (next: string | undefined) => {
    remember(TOKEN, next, () => sessionStorage);
    setToken(next);
  };
  return (
    <>
      <Header />
      <main>
        <div className={styles.bar}>
          <h2 className={styles.heading}>{strings.heading}</h2>
          <a href="/">{strings.back}</a>
          {typeof token === 'string' && (
            <Button className="link-button" onPress={() => keep(undefined)}>
              {strings.signOut}
            </Button>
          )}
        </div>
        {typeof token === 'string' ? (
          <>
            <nav className={styles.views} aria-label={strings.views}>
              {VIEWS.map((name) => (
                <Button
                  key={name}
                  className={styles.view ?? ''}
                  aria-current={name === view ? 'page' : undefined}
                  onPress={() => setView(name)}
                >
                  {strings.view[name]}
                </Button>
              ))}
            </nav>
            {view === 'audit' ? (
              <Audit api={adminApi(token)} strings={strings} />
            ) : (
              <QueueView key={view} api={adminApi(token)} queue={view} strings={strings} />
            )}
          </>
        ) : (
          <TokenForm strings={strings} onToken={keep} />
        )}
      </main>
    </>
  );
}
