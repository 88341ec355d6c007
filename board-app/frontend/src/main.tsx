import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './shell/tokens.css';
import './shell/base.css';
import { App } from './shell/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its root element');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
