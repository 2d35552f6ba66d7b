import { QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query';
import { Refused } from '@/api/refused';

/** The first part of the key of everything that belongs to a workspace. */
export const WORKSPACE = 'workspace';
export const ME = ['me'] as const;
export const FLEET = ['fleet'] as const;

const TRIES = 3;

/** Hints may be lost, or nobody be there to say them: what is seen is asked for again now and then. */
const LOOK_MS = 60_000;
const MEND_MS = 10_000;

/** What stays on the page while something else of the same workspace is asked for. */
export function keepWithin(workspace: string) {
  return <T>(previous: T | undefined, query?: { queryKey: QueryKey }): T | undefined =>
    query?.queryKey[1] === workspace ? previous : undefined;
}

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (thrown) => {
        if (thrown instanceof Refused && thrown.status === 401) client.setQueryData(ME, null);
      },
    }),
    defaultOptions: {
      // without a network an answer fails and says so; nothing waits to be done unseen later
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
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
  client.setQueryDefaults([WORKSPACE], {
    refetchInterval: ({ state }) => (state.status === 'error' ? MEND_MS : LOOK_MS),
  });
  return client;
}
