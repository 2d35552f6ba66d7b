import { type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { WORKSPACE } from './queries';

/** One failure may be a hiccup. */
const PATIENCE = 2;

/** What is shown of a workspace although it can't be asked for any more; null where all is well. */
export function outdatedQuery(cache: QueryCache, workspace: string): Query | null {
  const shown = cache.findAll({ queryKey: [WORKSPACE, workspace], type: 'active' });
  return (
    shown.find(
      ({ state }) =>
        state.data !== undefined && (state.status === 'error' || state.fetchFailureCount >= PATIENCE),
    ) ?? null
  );
}

export function useOutdated(workspace: string): Query | null {
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    useCallback((changed) => cache.subscribe(changed), [cache]),
    () => outdatedQuery(cache, workspace),
  );
}
