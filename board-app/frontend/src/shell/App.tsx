import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { BoardConfig } from '../api/boardConfig';
import { Composer } from '../composer/Composer';
import { en, type Strings } from '../i18n/en';
import { type Language, loadStrings, rememberLanguage, StringsContext, useStrings } from '../i18n/strings';
import { MessageList } from '../message/MessageList';
import { Announcer } from './Announcer';
import { CrashBoundary } from './CrashBoundary';
import { Footer } from './Footer';
import { Header } from './Header';
import { OfflineBanner } from './OfflineBanner';
import { CONFIG_KEY } from './useBoardConfig';

interface AppProps {
  initialStrings?: Strings;
  /** What is known from the start moves nothing when it comes. */
  initialConfig?: BoardConfig | undefined;
  /** Another view than the board. */
  children?: ReactNode;
}

export function App({ initialStrings = en, initialConfig, children = <Board /> }: AppProps) {
  const [client] = useState(() => newQueryClient(initialConfig));
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

/**
 * Failures show at once and the regular refresh heals them, so nothing is retried behind the reader's back;
 * "always" because a browser's idea of being offline must neither hold a post back nor send it later unasked.
 */
function newQueryClient(config: BoardConfig | undefined): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  if (config) client.setQueryData(CONFIG_KEY, config);
  return client;
}
