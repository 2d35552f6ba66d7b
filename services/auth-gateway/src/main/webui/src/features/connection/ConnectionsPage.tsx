import { useQuery } from '@tanstack/react-query';
import { Empty } from '@/components/Empty';
import { Skeleton } from '@/components/Skeleton';
import { Trouble } from '@/components/Trouble';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { useTitle } from '@/lib/hooks';
import { ConnectButtons } from './ConnectButtons';
import { ConnectionCard } from './ConnectionCard';
import { connectionsQuery } from './connections';
import { callbackSentence } from './words';

/** What the address says when somebody comes back from a platform. */
export interface ConnectionsView {
  connection?: string;
  error?: string;
}

/** The connections of the workspace. */
export function ConnectionsPage({ view }: { view: ConnectionsView }) {
  useTitle('Connections');
  const workspace = useWorkspaceId();
  const connections = useQuery(connectionsQuery(workspace));
  const items = connections.data?.items ?? [];
  return (
    <div className="grid grid-cols-1 gap-4">
      <h1>Connections</h1>
      {view.error && (
        <p role="alert" className="card border-l-4 border-l-bad p-3" data-testid="callback-error">
          {callbackSentence(view.error)}
        </p>
      )}
      {connections.error && <Trouble thrown={connections.error} retry={() => connections.refetch()} />}
      {connections.isPending && !connections.error && (
        <div role="status" aria-label="Loading connections" className="grid grid-cols-1 gap-4">
          <Skeleton className="h-56" />
        </div>
      )}
      {connections.data && items.length === 0 && (
        <Empty title="Nothing is connected yet">
          <p>Connect a platform below; you choose which of its accounts are read.</p>
        </Empty>
      )}
      <ul className="grid grid-cols-1 gap-4">
        {items.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            choosing={!view.error && view.connection === connection.id}
          />
        ))}
      </ul>
      {connections.data && (
        <section className="card" aria-labelledby="connect-more">
          <h2 id="connect-more" className="mb-2">
            Connect a platform
          </h2>
          <ConnectButtons />
        </section>
      )}
    </div>
  );
}
