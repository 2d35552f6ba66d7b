import { describe, expect, it } from 'vitest';
import { freshnessOf } from './Freshness';

const BERLIN = ['Europe/Berlin'];
// ten in the morning in Berlin
const NOW = Date.parse('2026-11-30T09:00:00Z');

function word(at: string, end: string, now = NOW, zones = BERLIN) {
  return freshnessOf({ at, end, zones }, now)[1];
}

describe('freshness', () => {
  it('of dates that still run is their age', () => {
    expect(word('2026-11-30T08:50:00Z', '2026-11-30')).toBe('Fresh');
    expect(word('2026-11-30T08:00:00Z', '2026-11-30')).toBe('Delayed');
    expect(word('2026-11-30T02:00:00Z', '2026-11-30')).toBe('Stale');
  });

  it('of dates that have ended is whether they were read since', () => {
    expect(word('2026-11-30T02:00:00Z', '2026-11-29')).toBe('Ended');
    expect(word('2026-11-07T02:00:00Z', '2026-10-31')).toBe('Ended');
    expect(word('2026-11-29T13:00:00Z', '2026-11-29')).toBe('Not read since it ended');
  });

  it('leaves a date that has just ended the time to be read once more', () => {
    const midnight = Date.parse('2026-11-29T23:10:00Z');
    expect(word('2026-11-29T22:50:00Z', '2026-11-29', midnight)).toBe('Fresh');
  });

  it('goes by the days of the accounts', () => {
    const zones = ['America/Los_Angeles'];
    expect(word('2026-11-30T06:50:00Z', '2026-11-29', NOW - 7_200_000, zones)).toBe('Fresh');
    expect(word('2026-11-29T18:05:00Z', '2026-11-29', NOW, ['Asia/Tokyo'])).toBe('Ended');
  });
});
