import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Job, JobState, Page } from '@/api/answers';
import { answer, api } from '@/api/client';
import { keepWithin, WORKSPACE } from '@/app/queries';

export const JOB_STATES = ['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled'] as const;

/** The jobs of a workspace, newest first. */
export function jobsQuery(workspace: string, state?: JobState) {
  return infiniteQueryOptions({
    queryKey: [WORKSPACE, workspace, 'jobs', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      answer<Page<Job>>(
        api.GET('/api/workspaces/{workspace}/jobs', {
          params: {
            path: { workspace },
            query: { limit: 50, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepWithin(workspace),
  });
}
