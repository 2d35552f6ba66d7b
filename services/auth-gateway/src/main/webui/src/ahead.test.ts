// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { connectionsQuery } from './features/connection/connections';
import { boardQuery } from './features/dashboard/board';
import { meQuery } from './features/session/session';
import { workspacesQuery } from './features/workspace/workspaces';

const worker = vi.fn();

beforeEach(() => {
  vi.resetModules();
  worker.mockClear();
  vi.stubGlobal('Worker', worker);
});

it('asks for what the app then asks for', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.url);
    return Response.json({ items: [] });
  });
  location.href = 'http://it/w/one/dashboard';
  const client = new QueryClient();
  await client.fetchQuery(boardQuery('one', {}));
  await client.fetchQuery(connectionsQuery('one'));
  await client.fetchQuery(workspacesQuery);
  await client.fetchQuery(meQuery);

  const append = vi.spyOn(document.head, 'append').mockReturnValue();
  await import('./ahead');
  const links = append.mock.calls.flat() as HTMLLinkElement[];
  expect(links.map((link) => link.href)).toEqual(asked);
});

it('has the tables of languages loaded by a worker, and by a trusted one where the policy wants that', async () => {
  await import('./ahead');
  expect(worker).toHaveBeenLastCalledWith(expect.stringContaining('tables'), { type: 'module' });

  vi.resetModules();
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: { createScriptURL(): string }) => ({
      createScriptURL: () => `${name} trusts ${rules.createScriptURL()}`,
    }),
  });
  await import('./ahead');
  expect(worker).toHaveBeenLastCalledWith(expect.stringMatching(/^adfleet trusts .*tables/), {
    type: 'module',
  });
});
