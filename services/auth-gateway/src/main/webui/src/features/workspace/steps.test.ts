import { describe, expect, it } from 'vitest';
import type { Missing } from '@/api/answers';
import { readBackTo } from './FirstSteps';

const gap = (from: string, to: string, account = 'a', level = 'campaign'): Missing => ({
  account_id: account,
  platform: 'google',
  level,
  from,
  to,
  reason: 'backfilling',
});

describe('how far back an account is read', () => {
  it('is the day after its newest gap', () => {
    expect(readBackTo('a', [gap('2026-08-28', '2026-10-11')], '2026-08-28')).toBe('2026-10-12');
  });

  it('is the whole range without a gap of its own', () => {
    expect(readBackTo('a', [gap('2026-08-28', '2026-10-11', 'b')], '2026-08-28')).toBe('2026-08-28');
    expect(readBackTo('a', [gap('2026-08-28', '2026-10-11', 'a', 'ad')], '2026-08-28')).toBe('2026-08-28');
  });

  it('is not known before anything is', () => {
    expect(readBackTo('a', [], undefined)).toBeNull();
  });
});
