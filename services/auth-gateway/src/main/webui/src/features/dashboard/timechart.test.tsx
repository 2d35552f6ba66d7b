// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { plusDays } from '@/lib/dates';
import type { Figure } from '@/lib/decimal';
import TimeChart from './TimeChart';

class Wide {
  constructor(private readonly tell: (entries: unknown[]) => void) {}
  observe() {
    this.tell([{ contentRect: { width: 700 } }]);
  }
  disconnect() {}
}

async function drawn(values: Figure[]) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('ResizeObserver', Wide);
  const buckets = values.map((value, day) => ({ start: plusDays('2026-01-01', day), values: [value] }));
  const place = document.createElement('div');
  const series = { platforms: ['google'], buckets };
  await act(async () =>
    createRoot(place).render(
      <TimeChart series={series} open={null} summary="" axis={String} tell={String} />,
    ),
  );
  return place;
}

it('what was taken back hangs below the line', async () => {
  const place = await drawn(['10', '-10']);
  const [up, down] = [...place.querySelectorAll('rect.fill-google')].map((rect) => {
    const top = Number(rect.getAttribute('y'));
    return { top, bottom: top + Number(rect.getAttribute('height')) };
  });
  expect(down?.top).toBeGreaterThanOrEqual(up?.bottom ?? Number.NaN);
  expect(down?.bottom).toBeGreaterThan(down?.top ?? Number.NaN);
});

it('what isn’t known is a gap that is marked, never a zero', async () => {
  const known = Array.from({ length: 60 }, () => '5');
  const place = await drawn([...known, null, ...known]);
  const path = place.querySelector('path.fill-google')?.getAttribute('d') ?? '';
  expect(path.match(/M/g)).toHaveLength(2);
  expect([...place.querySelectorAll('[data-gap]')].map((one) => one.getAttribute('data-gap'))).toEqual([
    '2026-03-02',
  ]);
});
