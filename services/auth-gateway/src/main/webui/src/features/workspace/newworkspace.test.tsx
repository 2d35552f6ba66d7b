// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import { opened } from '@/testing/page';

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
    await act(async () => page.place.querySelector('form')?.requestSubmit());
    await page.until(() => expect(page.place.textContent).toContain('then try again'));
  };
  name.value = 'Three';
  await press();
  await press();
  name.value = 'Four';
  await press();
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  await page.close();
});
