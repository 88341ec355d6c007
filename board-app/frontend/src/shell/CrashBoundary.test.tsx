import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CrashBoundary } from './CrashBoundary';

function Broken(): never {
  throw new Error('defect');
}

test('a defect of the page ends in a sentence and a way out, not in a blank page', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <CrashBoundary>
      <Broken />
    </CrashBoundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong on this page');
  expect(screen.getByRole('link', { name: 'Reload the page' })).toBeVisible();
});
