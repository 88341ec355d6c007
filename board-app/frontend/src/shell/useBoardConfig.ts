import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type BoardConfig, DEFAULTS, fetchBoardConfig } from '../api/boardConfig';
import { showAccent } from './accent';

export const CONFIG_QUERY = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => fetchBoardConfig(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the operator set for this board; until it is here, and without it, the defaults. */
export function useBoardConfig(): BoardConfig & { isPending: boolean } {
  const { data, isPending } = useQuery(CONFIG_QUERY);
  return { ...(data ?? DEFAULTS), isPending };
}

/** Once per page: the board's colour, for this visit and the first paint of the next one. */
export function useAccent(): void {
  const { accent, isPending } = useBoardConfig();
  useEffect(() => {
    if (!isPending) showAccent(accent);
  }, [accent, isPending]);
}
