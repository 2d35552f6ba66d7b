// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { account } from '@/testing/accounts';
import { opened } from '@/testing/page';

const ACCOUNTS = '/api/workspaces/one/connections/c1/accounts';

it('an account that is read elsewhere moves only when it is chosen', async () => {
  const accounts = [
    { ...account('here', null), connected: true, connection_id: 'c1' },
    { ...account('elsewhere', null), connected: true, connection_id: 'c2' },
    account('free', null),
  ];
  const posted: unknown[] = [];
  const page = await opened('/w/one/start', {
    '/api/workspaces/one/connections': () => ({
      items: [{ id: 'c1', platform: 'google', state: 'pending', sentence: null, accounts: 0 }],
      next_cursor: null,
    }),
    [ACCOUNTS]: async (request) => {
      if (request.method === 'POST') posted.push(await request.json());
      return { items: accounts, next_cursor: null };
    },
  });
  const box = (name: string) =>
    [...page.place.querySelectorAll('label')]
      .find((label) => label.textContent?.startsWith(name))
      ?.querySelector('input') as HTMLInputElement;
  const read = () =>
    [...page.place.querySelectorAll('button')].find((one) =>
      one.textContent?.startsWith('Read'),
    ) as HTMLButtonElement;
  await page.until(() => expect(read().textContent).toBe('Read 1 account'));
  expect([box('here').checked, box('here').disabled]).toEqual([true, true]);
  expect([box('elsewhere').checked, box('elsewhere').disabled]).toEqual([false, false]);
  expect(page.place.textContent).toContain('choosing it moves it here');

  await page.does(() => box('free').click());
  await page.does(() => read().click());
  expect(posted).toEqual([{ account_ids: ['here', 'free'] }]);

  await page.does(() => box('elsewhere').click());
  await page.until(() => expect(read().textContent).toBe('Read 3 accounts'));
  await page.close();
});
