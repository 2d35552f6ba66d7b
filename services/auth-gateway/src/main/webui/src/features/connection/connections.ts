import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { Account, Connection, Job, Page } from '@/api/answers';
import { answer, api } from '@/api/client';
import { WORKSPACE } from '@/app/queries';
import { useWorkspaceId } from '@/features/workspace/workspaces';

export function connectionsQuery(workspace: string) {
  return queryOptions({
    queryKey: [WORKSPACE, workspace, 'connections'],
    queryFn: ({ signal }) =>
      answer<Page<Connection>>(
        api.GET('/api/workspaces/{workspace}/connections', {
          params: { path: { workspace }, query: { limit: 500 } },
          signal,
        }),
      ),
  });
}

export function accountsQuery(workspace: string, connection: string) {
  return queryOptions({
    queryKey: [WORKSPACE, workspace, 'accounts', connection],
    queryFn: ({ signal }) =>
      answer<Page<Account>>(
        api.GET('/api/workspaces/{workspace}/connections/{connection}/accounts', {
          params: { path: { workspace, connection } },
          signal,
        }),
      ),
  });
}

/** Sends the browser to the platform's consent; it comes back by itself. */
export async function authorize(workspace: string, platform: string): Promise<void> {
  const { authorize_url: there } = await answer<{ authorize_url: string }>(
    api.POST('/api/workspaces/{workspace}/connections/{platform}/authorize', {
      params: { path: { workspace, platform } },
    }),
  );
  location.assign(there);
}

export function chooseAccounts(workspace: string, connection: string, ids: string[]) {
  return answer<Page<Account>>(
    api.POST('/api/workspaces/{workspace}/connections/{connection}/accounts', {
      params: { path: { workspace, connection } },
      body: { account_ids: ids },
    }),
  );
}

export function syncNow(workspace: string, connection: string) {
  return answer<{ jobs: Job[] }>(
    api.POST('/api/workspaces/{workspace}/connections/{connection}/sync', {
      params: { path: { workspace, connection } },
    }),
  );
}

export function disconnect(workspace: string, connection: string) {
  return answer<void>(
    api.DELETE('/api/workspaces/{workspace}/connections/{connection}', {
      params: { path: { workspace, connection } },
    }),
  );
}

export interface ConnectedAccount extends Account {
  platform: string;
}

/**
 * The accounts that are read, over all connections.
 *
 * @param wanted whether they are needed by now
 */
export function useConnectedAccounts(wanted = true): ConnectedAccount[] {
  const workspace = useWorkspaceId();
  const connections = useQuery(connectionsQuery(workspace)).data?.items ?? [];
  return useQueries({
    queries: connections.map((connection) => ({
      ...accountsQuery(workspace, connection.id),
      enabled: wanted,
    })),
    combine: (answers) =>
      answers.flatMap((one, index) =>
        (one.data?.items ?? [])
          .filter((account) => account.connected && account.connection_id === connections[index]?.id)
          .map((account) => ({ ...account, platform: connections[index]?.platform ?? '' })),
      ),
  });
}

/** What an account is called; its id where its name isn't known. */
export function useAccountName(): (id: string) => string {
  const accounts = useConnectedAccounts();
  return (id) => accounts.find((account) => account.account_id === id)?.name ?? `account ${id.slice(0, 8)}`;
}
