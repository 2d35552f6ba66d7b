// @vitest-environment happy-dom
import { onlineManager } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { WORKSPACE } from '@/app/queries';
import { connectionsQuery } from '@/features/connection/connections';
import { board } from '@/testing/board';
import { opened } from '@/testing/page';

const AWAY = () =>
  Response.json(
    { title: 'Away', detail: 'connections is away.' },
    { status: 503, headers: { 'Retry-After': '600' } },
  );
const ONE = { items: [{ id: 'c', platform: 'google', state: 'active', sentence: null }], next_cursor: null };

it('figures don’t wait for connections that can’t be had', async () => {
  const page = await opened('/w/one/dashboard', {
    '/api/workspaces/one/dashboard/unified': () => board('12.5'),
    '/api/workspaces/one/connections': AWAY,
  });
  await page.until(() => expect(page.place.querySelector('[data-testid=kpi-spend]')).not.toBeNull());
  await page.close();
});

it('figures of another workspace are never shown under this one’s name', async () => {
  const page = await opened('/w/one/dashboard', {
    '/api/workspaces/one/dashboard/unified': () => board('12.5'),
    '/api/workspaces/one/connections': () => ONE,
    '/api/workspaces/two/connections': () => ONE,
  });
  await page.until(() => expect(page.place.textContent).toContain('€12.50'));
  await page.client.fetchQuery(connectionsQuery('two'));
  await page.does(() =>
    page.router.navigate({ to: '/w/$workspace/dashboard', params: { workspace: 'two' } }),
  );
  await page.until(() => expect(page.place.querySelector('[aria-label="Loading figures"]')).not.toBeNull());
  expect(page.place.textContent).not.toContain('€12.50');
  await page.close();
});

it('says on the page when the network is gone', async () => {
  let gone = false;
  const page = await opened('/w/one/dashboard', {
    '/api/workspaces/one/dashboard/unified': () => {
      if (gone) throw new TypeError('no network');
      return board('12.5');
    },
    '/api/workspaces/one/connections': () => ONE,
  });
  const notice = () => page.place.querySelector('[data-testid=outdated]')?.textContent;
  await page.until(() => expect(page.place.textContent).toContain('€12.50'));
  expect(notice()).toBeUndefined();

  gone = true;
  onlineManager.setOnline(false);
  void page.client.refetchQueries({ queryKey: [WORKSPACE, 'one', 'dashboard'] });
  await page.until(() => expect(notice()).toMatch(/Check your connection. The page tries again by itself.$/));
  expect(page.place.textContent).toContain('€12.50');
  onlineManager.setOnline(true);
  await page.close();
});
