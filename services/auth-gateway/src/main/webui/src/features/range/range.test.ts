import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '@/lib/search';
import { asked, readRange } from './range';

describe('the range in an address', () => {
  it('is the last 7 days where nothing is said, and that is not written', () => {
    expect(asked(readRange({}))).toEqual({ timeframe: 'last_7_days' });
    expect(stringifySearch({ ...readRange({ timeframe: 'last_7_days' }) })).toBe('');
  });

  it('survives being written and read', () => {
    const range = { start: '2026-11-01', end: '2026-11-15', platform: 'meta', account: 'a1' } as const;
    expect(readRange(parseSearch(stringifySearch({ ...range })))).toEqual(range);
  });

  it('prefers dates over a preset', () => {
    expect(asked(readRange({ timeframe: 'today', start: '2026-11-01', end: '2026-11-02' }))).toEqual({
      start: '2026-11-01',
      end: '2026-11-02',
    });
  });

  it('leaves out what makes no sense', () => {
    expect(asked(readRange({ start: '2026-11-09', end: '2026-11-02', platform: 'myspace' }))).toEqual({
      timeframe: 'last_7_days',
    });
    expect(asked(readRange({ timeframe: 'forever' }))).toEqual({ timeframe: 'last_7_days' });
  });

  it('is written with characters a sign-in lets through', () => {
    expect(stringifySearch({ q: 'brand & shoes' })).toMatch(/^\?[A-Za-z0-9._~/?=&%-]*$/);
  });
});
