import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './shell/tokens.css';
import './shell/base.css';
import { loadStrings, preferredLanguage } from './i18n/strings';
import { App } from './shell/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its root element');

const Moderation = lazy(() => import('./moderation/Moderation'));
const isModeration = window.location.pathname === '/moderation';

loadStrings(preferredLanguage()).then((strings) =>
  createRoot(root).render(
    <StrictMode>
      {isModeration ? (
        <App initialStrings={strings}>
          <Suspense>
            <Moderation />
          </Suspense>
        </App>
      ) : (
        <App initialStrings={strings} />
      )}
    </StrictMode>,
  ),
);
