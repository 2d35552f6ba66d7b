import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Navigate } from '@tanstack/react-router';
import { Trouble } from '@/components/Trouble';
import { Landing } from '@/features/session/Landing';
import { meQuery } from '@/features/session/session';
import { firstSteps, lastWorkspace, workspacesQuery } from '@/features/workspace/workspaces';
import { textOf } from '@/lib/search';

interface Returned {
  workspace?: string;
  connection?: string;
  error?: string;
}

/** Where platforms send people back to, with a workspace in the address; and where everybody begins. */
export const Route = createFileRoute('/')({
  validateSearch: (search: Record<string, unknown>): Returned => ({
    workspace: textOf(search.workspace),
    connection: textOf(search.connection),
    error: textOf(search.error),
  }),
  component: Home,
});

function Home() {
  const { workspace, connection, error } = Route.useSearch();
  const me = useQuery(meQuery);
  const workspaces = useQuery({ ...workspacesQuery, enabled: Boolean(me.data) });
  const trouble = me.error ?? workspaces.error;
  if (trouble) {
    return (
      <main id="main" className="mx-auto max-w-xl px-4 py-16">
        <Trouble thrown={trouble} retry={() => (me.error ? me.refetch() : workspaces.refetch())} />
      </main>
    );
  }
  if (me.data === null) return <Landing />;
  if (!workspaces.data) return <Waiting />;
  const all = workspaces.data.items;
  if (workspace && (connection || error)) {
    const to = firstSteps.of(workspace) ? '/w/$workspace/start' : '/w/$workspace/connections';
    return <Navigate to={to} params={{ workspace }} search={{ connection, error }} replace />;
  }
  const known = all.find((one) => one.id === (workspace ?? lastWorkspace.get())) ?? all[0];
  if (!known) return <Navigate to="/start" replace />;
  return <Navigate to="/w/$workspace/dashboard" params={{ workspace: known.id }} replace />;
}

function Waiting() {
  return (
    <header className="shell-bar">
      <strong>adfleet</strong>
    </header>
  );
}
