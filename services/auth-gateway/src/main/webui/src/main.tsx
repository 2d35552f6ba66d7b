import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '@/app/queries';
import { followReleases } from '@/app/release';
import { showChosenTheme } from '@/app/theme';
import { Trouble } from '@/components/Trouble';
import { parseSearch, stringifySearch } from '@/lib/search';
import { routeTree } from './routeTree.gen';
import './styles.css';

function newRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: ({ error, reset }) => <Trouble thrown={error} retry={reset} />,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}

/** The bar of the document stays until the page's parts are there; a transition is drawn in slices. */
async function start() {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  const router = newRouter();
  await router.load().catch(console.error);
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={newQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

showChosenTheme();
followReleases();
// a task of its own: what is pressed meanwhile need not wait for both
setTimeout(start);
