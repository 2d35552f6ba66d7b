import { createRootRoute, Link, Outlet } from '@tanstack/react-router';

export const Route = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage });

function NoSuchPage() {
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-16">
      <h1>There is no such page</h1>
      <p className="mt-2 text-quiet">The address may be mistyped, or the page has moved.</p>
      <Link to="/" className="button button-main mt-4">
        Go to your workspace
      </Link>
    </main>
  );
}
