import { QueryClient } from '@tanstack/react-query';

/**
 * Failures show at once and the regular refresh heals them, so nothing is retried behind the reader's back;
 * "always" because a browser's idea of being offline must neither hold a post back nor send it later unasked.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
