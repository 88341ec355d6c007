import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAnnounce } from '../shell/Announcer';

/**
 * Does what a moderator decides, one thing after the other, and asks for every view anew. Unless told otherwise the focus then
 * goes to the top of this one: what was pressed has gone with what was dealt with. Who has gone on meanwhile is left where they are.
 */
export function useDeal<T>(deed: (subject: T) => Promise<unknown>, done: string, next?: () => void) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const top = useRef<HTMLElement>(null);
  const pressed = useRef<Element>(null);
  const deal = useMutation({
    mutationFn: deed,
    onMutate: () => {
      pressed.current = document.activeElement;
    },
    scope: { id: 'moderation' },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['moderation'] });
      announce(done);
      if (next) next();
      else if (document.activeElement === document.body || document.activeElement === pressed.current)
        top.current?.focus();
    },
  });
  return { deal, top };
}
