import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { Landing } from '@/features/session/Landing';
import { meQuery } from '@/features/session/session';
import { NewWorkspace } from '@/features/workspace/NewWorkspace';

export const Route = createFileRoute('/start')({ component: Start });

function Start() {
  const me = useQuery(meQuery);
  if (me.data === null) return <Landing ended />;
  return (
    <>
      <header className="shell-bar justify-between">
        <Link to="/" className="flex items-center gap-2 font-semibold">
          <img src="/icon.svg" alt="" width="26" height="26" /> adfleet
        </Link>
        <a href="/auth/logout" className="link text-sm">
          Sign out
        </a>
      </header>
      <main id="main" className="p-4 sm:p-8">
        <NewWorkspace />
      </main>
    </>
  );
}
