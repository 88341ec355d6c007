import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './shell/tokens.css';
import './shell/base.css';
import { fetchBoardConfig } from './api/boardConfig';
import { loadStrings, preferredLanguage } from './i18n/strings';
import { App } from './shell/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its root element');

const Moderation = lazy(() => import('./moderation/Moderation'));
const isModeration = window.location.pathname === '/moderation';

/** Rather a moment later than with things that move; without an answer the page begins with the defaults. */
const CONFIG_PATIENCE_MS = 1_000;
const config = fetchBoardConfig(AbortSignal.timeout(CONFIG_PATIENCE_MS)).catch(() => undefined);

Promise.all([loadStrings(preferredLanguage()), config]).then(([strings, initialConfig]) =>
  createRoot(root).render(
    <StrictMode>
      {isModeration ? (
        <App initialStrings={strings} initialConfig={initialConfig}>
          <Suspense>
            <Moderation />
          </Suspense>
        </App>
      ) : (
        <App initialStrings={strings} initialConfig={initialConfig} />
      )}
    </StrictMode>,
  ),
);
