import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Composer } from '../composer/Composer';
import { en } from '../i18n/en';
import { StringsContext, useStrings } from '../i18n/strings';
import { MessageList } from '../message/MessageList';
import { Announcer } from './Announcer';
import { CrashBoundary } from './CrashBoundary';
import { Header } from './Header';

export function App() {
  const [client] = useState(newQueryClient);
  return (
    <StringsContext value={en}>
      <CrashBoundary>
        <QueryClientProvider client={client}>
          <Announcer>
            <Page />
          </Announcer>
        </QueryClientProvider>
      </CrashBoundary>
    </StringsContext>
  );
}

function Page() {
  const { shell } = useStrings();
  return (
    <>
      <a className="skip-link" href="#messages">
        {shell.skipToMessages}
      </a>
      <div className="page">
        <Header />
        <main>
          <Composer />
          <MessageList />
        </main>
      </div>
    </>
  );
}

/**
 * Failures show at once and the regular refresh heals them, so nothing is retried behind the reader's back;
 * "always" because a browser's idea of being offline must neither hold a post back nor send it later unasked.
 */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
