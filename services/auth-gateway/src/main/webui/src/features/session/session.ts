import { queryOptions } from '@tanstack/react-query';
import type { Me } from '@/api/answers';
import { answer, api } from '@/api/client';
import { Refused } from '@/api/refused';
import { ME } from '@/app/queries';

/** Who is looking; null where nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ME,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await answer<Me>(api.GET('/api/me', { signal }));
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.status === 401) return null;
      throw thrown;
    }
  },
  staleTime: 300_000,
});

/** Where signing in starts, and where it leads back to. */
export function signInAddress(back: string): string {
  return back === '/' ? '/auth/login' : `/auth/login?to=${encodeURIComponent(back)}`;
}
