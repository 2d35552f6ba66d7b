// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { later } from './later';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a part that can’t be loaded leaves the page, and can be tried again', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockReturnValue();
  const load = vi.fn<() => Promise<{ default: () => string }>>().mockRejectedValue(new TypeError('gone'));
  const Part = later(load, 'waiting');
  const place = document.createElement('div');
  const root = createRoot(place);
  const page = (
    <div>
      figures, <Part />
    </div>
  );
  await act(async () => root.render(page));
  expect(place.textContent).toContain('figures, This part of the page can’t be shown.');

  load.mockResolvedValue({ default: () => 'chart' });
  await act(async () => place.querySelector('button')?.click());
  expect(place.textContent).toBe('figures, chart');

  await act(async () => root.unmount());
});

it('a part that failed is asked for anew where it is shown again', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockReturnValue();
  const load = vi.fn<() => Promise<{ default: () => string }>>().mockRejectedValueOnce(new TypeError('gone'));
  load.mockResolvedValue({ default: () => 'dialog' });
  const Part = later(load);
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () => root.render(<Part />));
  await act(async () => root.render('closed'));
  await act(async () => root.render(<Part />));
  expect(place.textContent).toBe('dialog');
  await act(async () => root.unmount());
});
