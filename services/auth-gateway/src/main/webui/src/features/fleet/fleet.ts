import { queryOptions } from '@tanstack/react-query';
import type { Fleet } from '@/api/answers';
import { answer, api } from '@/api/client';
import { FLEET } from '@/app/queries';

/** The fleet's health; heartbeats come each minute, so it is asked again by itself. */
export const fleetQuery = queryOptions({
  queryKey: FLEET,
  queryFn: ({ signal }) => answer<Fleet>(api.GET('/api/fleet', { signal })),
  refetchInterval: 20_000,
});
