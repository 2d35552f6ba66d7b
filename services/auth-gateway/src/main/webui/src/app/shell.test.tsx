// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { opened } from '@/testing/page';

const FLEET = { '/api/fleet': () => ({ services: [], freshness: [] }) };

beforeEach(() => localStorage.clear());

function press(key: string) {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

it('single keys lead to pages until they are switched off, also when the page comes again', async () => {
  const page = await opened('/w/one/fleet', FLEET);
  const path = () => page.router.state.location.pathname;
  await page.does(() => ['g', 'j'].forEach(press));
  await page.until(() => expect(path()).toBe('/w/one/jobs'));

  await page.does(() => press('?'));
  await page.does(() => page.place.querySelector<HTMLInputElement>('dialog input')?.click());
  await page.does(() => page.place.querySelector<HTMLButtonElement>('dialog button')?.click());
  await page.does(() => ['g', 'f', '?'].forEach(press));
  expect(path()).toBe('/w/one/jobs');
  expect(page.place.querySelector('dialog')).toBeNull();
  await page.close();

  const again = await opened('/w/one/jobs', FLEET);
  await again.does(() => press('?'));
  expect(again.place.querySelector('dialog')).toBeNull();
  const sheet = [...again.place.querySelectorAll('button')].find(
    (one) => one.textContent === 'Keyboard shortcuts',
  );
  await again.does(() => sheet?.click());
  expect(again.place.querySelector<HTMLInputElement>('dialog input')?.checked).toBe(false);
  await again.close();
});

it('another workspace is opened by choosing it, never by looking through them', async () => {
  const page = await opened('/w/one/fleet', FLEET);
  const menu = page.place.querySelector('details') as HTMLDetailsElement;
  const summary = menu.querySelector('summary');
  await page.until(() => expect(summary?.textContent).toBe('Workspace: One'));
  expect(page.place.querySelector('header select')).toBeNull();

  menu.open = true;
  await page.does(() => menu.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(menu.open).toBe(false);
  expect(document.activeElement).toBe(summary);

  menu.open = true;
  const two = [...menu.querySelectorAll('a')].find((one) => one.textContent === 'Two');
  await page.does(() => two?.click());
  await page.until(() => expect(page.router.state.location.pathname).toBe('/w/two/dashboard'));
  expect(menu.open).toBe(false);
  await page.close();
});
