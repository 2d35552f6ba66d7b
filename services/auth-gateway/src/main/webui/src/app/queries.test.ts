// @vitest-environment happy-dom
import { onlineManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refused } from '@/api/refused';
import { keepWithin, newQueryClient, WORKSPACE } from './queries';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  onlineManager.setOnline(true);
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

it('what is asked without a network fails at once instead of being done later', async () => {
  const client = newQueryClient();
  onlineManager.setOnline(false);
  const leave = vi.fn().mockRejectedValue(Refused.unreachable('DELETE'));
  const leaving = client.getMutationCache().build(client, { mutationFn: leave });
  leaving.execute(undefined).catch(() => {});
  await vi.advanceTimersByTimeAsync(0);
  expect(leaving.state).toMatchObject({ status: 'error', isPaused: false });
  onlineManager.setOnline(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(leave).toHaveBeenCalledTimes(1);
});

it('what can’t be asked without a network says why, and is asked for once there is one', async () => {
  const ask = vi.fn().mockRejectedValue(Refused.unreachable('GET'));
  onlineManager.setOnline(false);
  const client = newQueryClient();
  client.mount();
  const observer = new QueryObserver(client, { queryKey: ['fleet'], queryFn: ask });
  const leave = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(10_000);
  expect(observer.getCurrentResult().error).toMatchObject({ status: 0 });
  ask.mockResolvedValue(1);
  onlineManager.setOnline(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(observer.getCurrentResult().data).toBe(1);
  leave();
  client.unmount();
});

it('what stays while another question is asked is of the same workspace', () => {
  const asked = { queryKey: [WORKSPACE, 'one', 'dashboard', {}] };
  expect(keepWithin('one')('figures', asked)).toBe('figures');
  expect(keepWithin('two')('figures', asked)).toBeUndefined();
  expect(keepWithin('two')('figures')).toBeUndefined();
});
