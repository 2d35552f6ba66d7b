// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useIdle } from './hooks';

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
