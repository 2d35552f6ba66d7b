import { describe, expect, it } from 'vitest';
import type { Agreement } from '@/api/answers';
import { agreementText } from './ReconciliationBadge';

const platforms = [
  { platform: 'google', currency: 'EUR', ours: '10', platform_total: '10' },
  { platform: 'meta', currency: 'EUR', ours: '5', platform_total: '6' },
];
const base: Agreement = { checked_at: null, agrees: true, difference: '0', reason: null, platforms };

describe('the badge', () => {
  it('names who agrees', () => {
    expect(agreementText(base, 'EUR')).toBe('Agrees with Google Ads and Meta');
  });

  it('says by how much it differs', () => {
    expect(agreementText({ ...base, agrees: false, difference: '-1' }, 'EUR')).toBe(
      'Differs from Google Ads and Meta by -€1.00',
    );
  });

  it('has no amount across currencies', () => {
    expect(agreementText({ ...base, agrees: false, difference: null }, null)).toBe(
      'Differs from Google Ads and Meta',
    );
  });

  it('says why nothing is compared', () => {
    expect(agreementText({ ...base, agrees: null, difference: null, platforms: [] }, 'EUR')).toContain(
      'no day',
    );
  });
});
