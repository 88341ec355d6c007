import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type AdminApi, adminApi } from '../api/admin';
import { useStrings } from '../i18n/strings';
import { Header } from '../shell/Header';
import { remember, remembered } from '../shell/storage';
import { Audit } from './Audit';
import { BlockedClients } from './BlockedClients';
import { HeldWords } from './HeldWords';
import styles from './Moderation.module.css';
import { QueueView } from './QueueView';
import { type ModerationStrings, moderationStrings } from './strings';
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
  const heading = useRef<HTMLHeadingElement>(null);
  const open = (accepted: string) => {
    keep(accepted);
    heading.current?.focus();
  };
  return (
    <>
      <Header />
      <main>
        <div className={styles.bar}>
          <h2 ref={heading} className={styles.heading} tabIndex={-1}>
            {strings.heading}
          </h2>
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
            <Chosen view={view} api={adminApi(token)} strings={strings} />
          </>
        ) : (
          <TokenForm strings={strings} onToken={open} />
        )}
      </main>
    </>
  );
}

interface ChosenProps {
  view: View;
  api: AdminApi;
  strings: ModerationStrings;
}

function Chosen({ view, ...props }: ChosenProps) {
  if (view === 'blocks') return <BlockedClients {...props} />;
  if (view === 'words') return <HeldWords {...props} />;
  if (view === 'audit') return <Audit {...props} />;
  return <QueueView key={view} queue={view} {...props} />;
}
