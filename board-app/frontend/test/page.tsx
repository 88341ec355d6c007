import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../src/shell/App';

/** The whole page as its reader meets it, with the controls that the tests use. */
export function openPage() {
  return { user: userEvent.setup(), ...render(<App />) };
}

export const author = () => screen.getByRole('textbox', { name: 'Your name' });
export const body = () => screen.getByRole('textbox', { name: 'Message' });
export const postButton = () => screen.getByRole('button', { name: 'Post message' });
export const messageBy = (name: string) => screen.findByRole('article', { name: new RegExp(`^${name}\\b`) });
export const shownBodies = () =>
  screen.getAllByRole('article').map((article) => article.querySelector('p')?.textContent);
/** What was said to people who do not see the page; React Aria has a region of its own for that. */
export const announcements = () => screen.getAllByRole('log').map((region) => region.textContent);
