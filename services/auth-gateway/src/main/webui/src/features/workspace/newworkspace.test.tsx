// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { opened, WORKSPACES } from '@/testing/page';
import { workspacesQuery } from './workspaces';

it('pressing again after a lost answer asks for the same workspace, another name for another', async () => {
  const keys: (string | null)[] = [];
  const page = await opened('/start', {
    '/api/workspaces': (request) => {
      keys.push(request.headers.get('Idempotency-Key'));
      throw new TypeError('the answer was lost');
    },
  });
  const name = page.place.querySelector('input') as HTMLInputElement;
  const press = async () => {
    await page.does(() => page.place.querySelector('form')?.requestSubmit());
    await page.until(() => expect(page.place.textContent).toContain('then try again'));
  };
  name.value = 'Three';
  await press();
  await press();
  name.value = 'Four';
  await press();
  expect(keys[0]).toMatch(/^\d+-\d+-\d+-\d+$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  await page.close();
});

it('a workspace that was just made is there, also before the list is told again', async () => {
  const made = { id: 'three', name: 'Three', currency: 'EUR', zone: 'UTC', role: 'owner' };
  const page = await opened('/start', {
    '/api/workspaces': (request) => (request.method === 'POST' ? made : new Promise(() => {})),
    '/api/workspaces/three/connections': () => ({ items: [], next_cursor: null }),
  });
  page.client.setQueryData(workspacesQuery.queryKey, { items: WORKSPACES, next_cursor: null });
  const name = page.place.querySelector('input') as HTMLInputElement;
  name.value = 'Three';
  await page.does(() => page.place.querySelector('form')?.requestSubmit());
  await page.until(() => expect(page.place.querySelector('h1')?.textContent).toBe('Set up Three'));
  await page.close();
});
