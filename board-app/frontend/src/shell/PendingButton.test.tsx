import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { announcements } from '../../test/page';
import { Announcer } from './Announcer';
import { PendingButton } from './PendingButton';

function Sender({ onSend }: { onSend: () => void }) {
  const [isPending, setPending] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onSend();
    setPending(true);
  };
  return (
    <form onSubmit={submit}>
      <PendingButton type="submit" isPending={isPending}>
        {isPending ? 'Sending…' : 'Send'}
      </PendingButton>
    </form>
  );
}

function open() {
  const send = vi.fn();
  render(
    <Announcer>
      <Sender onSend={send} />
    </Announcer>,
  );
  return { send, user: userEvent.setup() };
}

test('what is pressed says that it waits, in its place and with the focus', async () => {
  const { user } = open();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const button = screen.getByRole('button', { name: 'Sending…' });
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(announcements()).toContain('Sending…');
});

test('while it waits nothing is started again, by no key and no pointer', async () => {
  const { user, send } = open();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await user.click(screen.getByRole('button', { name: 'Sending…' }));
  await user.keyboard('{Enter} ');
  expect(send).toHaveBeenCalledOnce();
});

test('nothing hidden refers to it', async () => {
  const { user } = open();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(document.querySelector('[role=img]')).toBeNull();
});
