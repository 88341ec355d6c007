import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAnnounce } from '../shell/Announcer';

/**
 * Does what a moderator decides, one thing after the other, and asks for every view anew. Unless told otherwise the focus then
 * goes to the top of this one: what was pressed has gone with what was dealt with.
 */
export function useDeal<T>(deed: (subject: T) => Promise<unknown>, done: string, next?: () => void) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const top = useRef<HTMLElement>(null);
  const deal = useMutation({
    mutationFn: deed,
    scope: { id: 'moderation' },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['moderation'] });
      announce(done);
      if (next) next();
      else top.current?.focus();
    },
  });
  return { deal, top };
}
