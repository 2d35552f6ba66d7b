// @vitest-environment happy-dom
import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { gate } from '@/testing/page';
import { Asking } from './asking';

const KEY = ['workspace', 'one', 'dashboard'];

it('news never breaks off an answer, and has it asked for once more however often it came', async () => {
  const client = new QueryClient();
  const answers = [gate<string>(), gate<string>(), gate<string>()];
  const signals: AbortSignal[] = [];
  const ask = vi.fn(({ signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return answers[signals.length - 1]?.wait ?? Promise.resolve('settled');
  });
  const observer = new QueryObserver(client, { queryKey: KEY, queryFn: ask, retry: false });
  const leave = observer.subscribe(() => {});
  answers[0]?.open('first');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('first'));

  const asking = new Asking(client);
  asking.again(KEY);
  for (let hints = 0; hints < 5; hints++) asking.again(KEY.slice(0, 2));
  expect(ask).toHaveBeenCalledTimes(2);
  answers[1]?.open('older than the news');
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3));
  answers[2]?.open('news');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('news'));
  expect(ask).toHaveBeenCalledTimes(3);
  expect(signals.every((signal) => !signal.aborted)).toBe(true);
  leave();
});

it('what fails on its way is asked for once more as well', async () => {
  const client = new QueryClient();
  const answer = gate<string>();
  const ask = vi.fn().mockReturnValueOnce(answer.wait).mockResolvedValue('news');
  const observer = new QueryObserver(client, { queryKey: KEY, queryFn: ask, retry: false });
  const leave = observer.subscribe(() => {});
  new Asking(client).again(KEY);
  answer.shut(new Error('away'));
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('news'));
  leave();
});

it('news while more is loaded doesn’t swallow it', async () => {
  const client = new QueryClient();
  const more = gate<number>();
  const observer = new InfiniteQueryObserver(client, {
    queryKey: KEY,
    queryFn: ({ pageParam }) => (pageParam === 0 ? 0 : more.wait),
    initialPageParam: 0,
    getNextPageParam: (page: number) => page + 1,
  });
  const leave = observer.subscribe(() => {});
  await vi.waitFor(() => expect(observer.getCurrentResult().data?.pages).toEqual([0]));
  void observer.fetchNextPage();
  new Asking(client).again(KEY);
  more.open(1);
  await vi.waitFor(() => expect(observer.getCurrentResult().data?.pages).toEqual([0, 1]));
  leave();
});
