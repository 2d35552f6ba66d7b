import { type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { FLEET, WORKSPACE } from './queries';

/** One failure may be a hiccup. */
const PATIENCE = 2;

/** Whether an answer is shown although it can't be asked for any more. */
function isOutdated({ state }: Query): boolean {
  return state.data !== undefined && (state.status === 'error' || state.fetchFailureCount >= PATIENCE);
}

/** What is outdated of what is shown of a workspace, and of the fleet; null where all is well. */
export function outdatedQuery(cache: QueryCache, workspace: string): Query | null {
  const shown = [[WORKSPACE, workspace], FLEET].flatMap((queryKey) =>
    cache.findAll({ queryKey, type: 'active' }),
  );
  return shown.find(isOutdated) ?? null;
}

export function useOutdated(workspace: string): Query | null {
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    useCallback((changed) => cache.subscribe(changed), [cache]),
    () => outdatedQuery(cache, workspace),
  );
}
