// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { connectionsQuery } from './features/connection/connections';
import { boardQuery } from './features/dashboard/board';
import { meQuery } from './features/session/session';
import { workspacesQuery } from './features/workspace/workspaces';

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
  const worker = vi.fn();
  vi.stubGlobal('Worker', worker);
  await import('./ahead');
  expect(worker).toHaveBeenCalledOnce();
  const links = append.mock.calls.flat() as HTMLLinkElement[];
  expect(links.map((link) => link.href)).toEqual(asked);
});
