import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Reconciliation } from '@/api/answers';
import { answer, api } from '@/api/client';
import { WORKSPACE } from '@/app/queries';
import { asked, type Range } from '@/features/range/range';

/** Our rows beside the platforms' totals, per account and date. */
export function reconciliationQuery(workspace: string, range: Range) {
  const query = asked(range);
  return infiniteQueryOptions({
    queryKey: [WORKSPACE, workspace, 'reconciliation', query],
    queryFn: ({ pageParam, signal }) =>
      answer<Reconciliation>(
        api.GET('/api/workspaces/{workspace}/reconciliation', {
          params: { path: { workspace }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}
