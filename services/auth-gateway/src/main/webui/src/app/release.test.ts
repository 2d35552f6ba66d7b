// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { followReleases } from './release';

const page = (name: string) => `<script type="text/plain" src="/assets/${name}.js"></script>`;

const reload = vi.spyOn(location, 'reload').mockReturnValue();

followReleases();

beforeEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
  document.head.innerHTML = page('old');
  reload.mockClear();
});

async function partFails(newest: Response | Error) {
  const asked = vi.fn(() => (newest instanceof Error ? Promise.reject(newest) : Promise.resolve(newest)));
  vi.stubGlobal('fetch', asked);
  window.dispatchEvent(new Event('vite:preloadError'));
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  for (let turns = 0; turns < 10; turns++) await Promise.resolve();
}

it('a page from before a release is loaded anew, once', async () => {
  await partFails(new Response(page('new')));
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  await partFails(new Response(page('new')));
  expect(reload).toHaveBeenCalledOnce();
});

it('a page stays while nothing newer can be had', async () => {
  await partFails(new Response(page('old')));
  await partFails(new Response('', { status: 503 }));
  await partFails(new TypeError('no network'));
  expect(reload).not.toHaveBeenCalled();
});
