import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Composer } from '../composer/Composer';
import { en, type Strings } from '../i18n/en';
import { type Language, loadStrings, rememberLanguage, StringsContext, useStrings } from '../i18n/strings';
import { MessageList } from '../message/MessageList';
import { Announcer } from './Announcer';
import { CrashBoundary } from './CrashBoundary';
import { Footer } from './Footer';
import { Header } from './Header';
import { OfflineBanner } from './OfflineBanner';
import { newQueryClient } from './queryClient';

interface AppProps {
  initialStrings?: Strings;
  /** What it knows from the start moves nothing when it comes. */
  initialClient?: QueryClient;
  /** Another view than the board. */
  children?: ReactNode;
}

export function App({ initialStrings = en, initialClient, children = <Board /> }: AppProps) {
  const [client] = useState(() => initialClient ?? newQueryClient());
  const [strings, setStrings] = useState(initialStrings);
  useEffect(() => {
    document.documentElement.lang = strings.locale;
  }, [strings]);
  const speak = (language: Language) => {
    rememberLanguage(language);
    void loadStrings(language).then(setStrings);
  };
  return (
    <StringsContext value={strings}>
      <CrashBoundary>
        <QueryClientProvider client={client}>
          <Announcer>
            <div className="page">
              {children}
              <Footer onLanguage={speak} />
            </div>
          </Announcer>
        </QueryClientProvider>
      </CrashBoundary>
    </StringsContext>
  );
}

function Board() {
  const { shell } = useStrings();
  return (
    <>
      <a className="skip-link" href="#messages">
        {shell.skipToMessages}
      </a>
      <Header />
      <main>
        <OfflineBanner />
        <Composer />
        <MessageList />
      </main>
    </>
  );
}
