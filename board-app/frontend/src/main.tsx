import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './shell/tokens.css';
import './shell/base.css';
import { loadStrings, preferredLanguage } from './i18n/strings';
import { App } from './shell/App';
import { configInTime, firstView } from './shell/firstView';
import { newQueryClient } from './shell/queryClient';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its root element');

const Moderation = lazy(() => import('./moderation/Moderation'));
const isModeration = window.location.pathname === '/moderation';

const client = newQueryClient();
const known = isModeration ? configInTime(client) : firstView(client);

Promise.all([loadStrings(preferredLanguage()), known]).then(([strings]) =>
  createRoot(root).render(
    <StrictMode>
      {isModeration ? (
        <App initialStrings={strings} initialClient={client}>
          <Suspense>
            <Moderation />
          </Suspense>
        </App>
      ) : (
        <App initialStrings={strings} initialClient={client} />
      )}
    </StrictMode>,
  ),
);
