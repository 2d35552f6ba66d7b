import { queryOptions } from '@tanstack/react-query';
import type { Board } from '@/api/answers';
import { answer, api } from '@/api/client';
import { keepWithin, WORKSPACE } from '@/app/queries';
import { asked, type Range } from '@/features/range/range';

/** Everything the first page shows. */
export function boardQuery(workspace: string, range: Range) {
  const query = asked(range);
  return queryOptions({
    queryKey: [WORKSPACE, workspace, 'dashboard', query],
    queryFn: ({ signal }) =>
      answer<Board>(
        api.GET('/api/workspaces/{workspace}/dashboard/unified', {
          params: { path: { workspace }, query },
          signal,
        }),
      ),
    placeholderData: keepWithin(workspace),
  });
}
