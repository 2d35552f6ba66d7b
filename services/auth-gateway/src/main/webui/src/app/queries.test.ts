// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refused } from '@/api/refused';
import { newQueryClient, WORKSPACE } from './queries';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('what is seen is asked for again by itself, sooner while it can’t be had', async () => {
  const ask = vi.fn().mockResolvedValue(1);
  const observer = new QueryObserver(newQueryClient(), {
    queryKey: [WORKSPACE, 'w', 'dashboard'],
    queryFn: ask,
    retry: false,
  });
  const leave = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(59_000);
  expect(ask).toHaveBeenCalledTimes(1);
  ask.mockRejectedValue(new Refused(503, 'Away', 'A part is away.'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ask).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ask).toHaveBeenCalledTimes(3);
  leave();
});
