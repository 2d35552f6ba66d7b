import { queryOptions } from '@tanstack/react-query';
import type { Fleet } from '@/api/answers';
import { answer, api } from '@/api/client';

/** The fleet's health; heartbeats come each minute, so it is asked again by itself. */
export const fleetQuery = queryOptions({
  queryKey: ['fleet'],
  queryFn: ({ signal }) => answer<Fleet>(api.GET('/api/fleet', { signal })),
  refetchInterval: 20_000,
});
