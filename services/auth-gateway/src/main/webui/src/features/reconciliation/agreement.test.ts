import { describe, expect, it } from 'vitest';
import type { Agreement, Missing } from '@/api/answers';
import { agreementText } from './ReconciliationBadge';

const GOOGLE = { platform: 'google', currency: 'EUR', ours: '10', platform_total: '10' };
const META = { platform: 'meta', currency: 'EUR', ours: '5', platform_total: '6' };

function told(agreement: Partial<Agreement>, start = '2026-11-20', missing: Missing[] = []) {
  const base = { checked_at: null, agrees: true, difference: '0', reason: null, platforms: [GOOGLE, META] };
  return agreementText({ agreement: { ...base, ...agreement }, start, today: '2026-11-22', missing });
}

function gap(reason: string): Missing {
  return {
    account_id: 'a',
    platform: 'meta',
    level: 'campaign',
    from: '2026-11-21',
    to: '2026-11-21',
    reason,
  };
}

describe('the badge', () => {
  it('names who agrees', () => {
    expect(told({})).toBe('Agrees with Google Ads and Meta');
  });

  it('names only who differs, and by how much', () => {
    expect(told({ agrees: false, difference: '-1' })).toBe('Differs from Meta by -€1.00');
  });

  it('says the amount of each currency', () => {
    const platforms = [META, { ...META, currency: 'USD', platform_total: '3' }];
    expect(told({ agrees: false, difference: null, platforms })).toBe(
      'Differs from Meta by -€1.00 and Meta by $2.00',
    );
  });

  it('never takes amounts that cancel out for agreement', () => {
    const platforms = [{ ...GOOGLE, ours: '11' }, META];
    expect(told({ agrees: false, difference: '0', platforms })).toBe(
      'Differs from Google Ads by €1.00 and Meta by -€1.00',
    );
    expect(told({ agrees: false, difference: '0', platforms: [GOOGLE] })).toBe(
      'Spend adds up to the same, but days or other figures differ',
    );
  });

  it('says why nothing is compared, where that is known', () => {
    const nothing = { agrees: null, difference: null, platforms: [] };
    expect(told(nothing, '2026-11-22')).toBe('Not compared yet: no day of these has ended');
    expect(told(nothing, '2026-11-21')).toBe('Not compared yet');
    expect(told(nothing, '2026-11-21', [gap('needs_reauth')])).toBe(
      'Not compared yet: the connection needs consent again',
    );
    expect(told(nothing, '2026-11-21', [gap('needs_reauth'), gap('backfilling')])).toBe('Not compared yet');
  });
});
