import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Page, Role, Workspace } from '@/api/answers';
import { answer, api } from '@/api/client';

const MOST = 500;
const ROLES: readonly Role[] = ['viewer', 'analyst', 'admin', 'owner'];

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) =>
    answer<Page<Workspace>>(
      api.GET('/api/workspaces', { params: { query: { limit: String(MOST) } }, signal }),
    ),
  staleTime: 300_000,
});

export interface Draft {
  name: string;
  currency: string;
  zone: string;
}

/** Makes a workspace, one for each key however often it is asked. */
export function createWorkspace({ draft, key }: { draft: Draft; key: string }): Promise<Workspace> {
  return answer<Workspace>(
    api.POST('/api/workspaces', { params: { header: { 'Idempotency-Key': key } }, body: draft }),
  );
}

const route = getRouteApi('/w/$workspace');

/** The id in the path of the page. */
export function useWorkspaceId(): string {
  return route.useParams().workspace;
}

/** The workspace of the page, once it is known. */
export function useWorkspace(): Workspace | undefined {
  const id = useWorkspaceId();
  return useQuery(workspacesQuery).data?.items.find((one) => one.id === id);
}

/** Whether the person may do what needs a role. */
export function useMay(role: Role): boolean {
  const workspace = useWorkspace();
  return workspace !== undefined && ROLES.indexOf(workspace.role) >= ROLES.indexOf(role);
}

const LAST = 'adfleet.workspace';
const FIRST_STEPS = 'adfleet.first-steps';

/** Which workspace was looked at last on this device. */
export const lastWorkspace = {
  get: () => localStorage.getItem(LAST),
  set: (id: string) => localStorage.setItem(LAST, id),
};

/** The workspace that is being set up on this device. */
export const firstSteps = {
  of: (id: string) => localStorage.getItem(FIRST_STEPS) === id,
  begin: (id: string) => localStorage.setItem(FIRST_STEPS, id),
  end: () => localStorage.removeItem(FIRST_STEPS),
};
