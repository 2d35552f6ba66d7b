import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import type { Workspace } from '@/api/answers';
import { newQueryClient } from '@/app/queries';
import { parseSearch, stringifySearch } from '@/lib/search';
import { routeTree } from '@/routeTree.gen';

/** What is answered to a request: a body, or a whole response. */
export type Answers = Record<string, (request: Request) => unknown>;

/** A busy machine is slow; what is waited for mostly is there at once. */
const PATIENCE_MS = 20_000;

const PERSON = { user: { id: 'u', email: 'ada@example.com' }, memberships: [] };
export const WORKSPACES: Workspace[] = [
  { id: 'one', name: 'One', currency: 'EUR', zone: 'Europe/Berlin', role: 'owner' },
  { id: 'two', name: 'Two', currency: 'EUR', zone: 'Europe/Berlin', role: 'owner' },
];

const USUAL: Answers = {
  '/api/me': () => PERSON,
  '/api/workspaces': () => ({ items: WORKSPACES, next_cursor: null }),
};

/** The app at an address; what isn't answered here stays on its way. */
export async function opened(address: string, answers: Answers) {
  vi.stubGlobal('WebSocket', class {});
  vi.stubGlobal('scrollTo', () => {});
  location.href = 'http://it/';
  const all = { ...USUAL, ...answers };
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    const told = await (all[new URL(request.url).pathname]?.(request) ?? new Promise(() => {}));
    return told instanceof Response ? told : Response.json(told);
  });
  const router = createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const client = newQueryClient();
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await done(async () => {
    await router.load();
    root.render(
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    );
  });
  return {
    place,
    router,
    client,
    asked,
    does: done,
    until: (holds: () => void) => vi.waitFor(holds, PATIENCE_MS),
    close: async () => {
      await done(() => root.unmount());
      client.clear();
      place.remove();
    },
  };
}

/** Does something and what React does because of it; what comes later comes by itself. */
async function done(work: () => unknown) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await act(async () => work());
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
}

/** A gate to open by hand: what waits for it goes on when told. */
export function gate<T>() {
  let open: (value: T) => void = () => {};
  let shut: (thrown: unknown) => void = () => {};
  const wait = new Promise<T>((resolve, reject) => {
    open = resolve;
    shut = reject;
  });
  return { wait, open, shut };
}
