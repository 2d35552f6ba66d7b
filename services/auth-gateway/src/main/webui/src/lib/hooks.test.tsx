// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useIdle, useLate } from './hooks';

function Idle() {
  return useIdle() ? 'idle' : 'busy';
}

it('the page is idle once the browser has nothing else to do', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const waiting: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => waiting.push(work));
  vi.stubGlobal('cancelIdleCallback', vi.fn());
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () => root.render(<Idle />));
  expect(place.textContent).toBe('busy');

  await act(async () => {
    for (const work of waiting) work();
  });
  expect(place.textContent).toBe('idle');
  await act(async () => root.unmount());
});

function Late({ waiting }: { waiting: boolean }) {
  return useLate(waiting, 1_000) ? 'late' : 'in time';
}

it('what is waited for is late after a while, and no longer once it came', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () => root.render(<Late waiting />));
  await act(async () => vi.advanceTimersByTime(999));
  expect(place.textContent).toBe('in time');
  await act(async () => vi.advanceTimersByTime(1));
  expect(place.textContent).toBe('late');
  await act(async () => root.render(<Late waiting={false} />));
  expect(place.textContent).toBe('in time');
  await act(async () => root.unmount());
  vi.useRealTimers();
});
