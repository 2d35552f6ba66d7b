import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from '@/api/refused';

/** The first part of the key of everything that belongs to a workspace. */
export const WORKSPACE = 'workspace';
export const ME = ['me'] as const;

const TRIES = 3;

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (thrown) => {
        if (thrown instanceof Refused && thrown.status === 401) client.setQueryData(ME, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 600_000,
        retry: (failures, thrown) => thrown instanceof Refused && thrown.passing && failures < TRIES,
        retryDelay: (failures, thrown) =>
          thrown instanceof Refused && thrown.retryAfter !== null
            ? thrown.retryAfter * 1000
            : 500 * 2 ** failures,
      },
    },
  });
  return client;
}
