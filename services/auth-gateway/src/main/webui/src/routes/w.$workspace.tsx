import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Shell } from '@/app/Shell';
import { Landing } from '@/features/session/Landing';
import { meQuery } from '@/features/session/session';
import { workspacesQuery } from '@/features/workspace/workspaces';

export const Route = createFileRoute('/w/$workspace')({ component: Workspace });

function Workspace() {
  const { workspace } = Route.useParams();
  const me = useQuery(meQuery);
  const workspaces = useQuery(workspacesQuery);
  if (me.data === null) return <Landing ended />;
  if (workspaces.data && !workspaces.data.items.some((one) => one.id === workspace))
    return <NoSuchWorkspace />;
  return <Shell />;
}

function NoSuchWorkspace() {
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-16">
      <h1>There is no such workspace for you</h1>
      <p className="mt-2 text-quiet">
        It may have been deleted, or you are not one of its members. Ask one of its admins to add you.
      </p>
      <Link to="/" className="button button-main mt-4">
        Go to your workspaces
      </Link>
    </main>
  );
}
