import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  agoText,
  axisText,
  bucketText,
  dateIn,
  daysBetween,
  isDate,
  plusDays,
  rangeText,
  untilText,
} from './dates';

describe('dates', () => {
  it('are those of the calendar', () => {
    expect(isDate('2026-02-28')).toBe(true);
    expect(isDate('2026-02-30')).toBe(false);
    expect(isDate('2026-2-3')).toBe(false);
    expect(isDate(20260228)).toBe(false);
  });

  it('are today where the clock stands', () => {
    const moment = new Date('2026-11-22T23:30:00Z');
    expect(dateIn('Europe/Berlin', moment)).toBe('2026-11-23');
    expect(dateIn('America/New_York', moment)).toBe('2026-11-22');
  });

  it('count over a change of the clock', () => {
    expect(plusDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('read without a shift by zone', () => {
    expect(rangeText('2026-11-16', '2026-11-22')).toMatch(/^Nov 16\s–\s22, 2026$/);
    expect(bucketText('2026-11-22')).toBe('Sun, Nov 22');
    expect(bucketText('2026-11-22T09:45')).toBe('09:45');
  });
});

describe('labels of an axis', () => {
  it('are as short as the room and as long as the range needs', () => {
    expect(axisText('2026-11-22', false, ['2026-11-16', '2026-11-22'])).toBe('Sun, Nov 22');
    expect(axisText('2026-11-22', true, ['2026-11-16', '2026-11-22'])).toBe('Nov 22');
    expect(axisText('2026-11-22', false, ['2026-08-25', '2026-11-22'])).toBe('Nov 22');
    expect(axisText('2026-11-22', false, ['2025-10-01', '2026-11-22'])).toBe('Nov 2026');
    expect(axisText('2026-11-22T09:45', true, ['2026-11-22T00:00', '2026-11-22T09:45'])).toBe('09:45');
  });
});

describe('ages', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');

  it('are told in the unit that says something', () => {
    expect(agoText('2026-11-22T09:59:40Z', now)).toBe('just now');
    expect(agoText('2026-11-22T09:46:10Z', now)).toBe('13 min. ago');
    expect(agoText('2026-11-22T07:00:00Z', now)).toBe('3 hr. ago');
    expect(untilText('2026-11-22T10:12:00Z', now)).toBe('in 12 min.');
    expect(untilText('2026-11-22T10:00:20Z', now)).toBe('in a moment');
  });

  it('are never told the wrong way round', () => {
    expect(agoText('2026-11-22T10:00:20Z', now)).toBe('just now');
    expect(agoText('2026-11-22T10:12:00Z', now)).toBe('just now');
    expect(untilText('2026-11-22T09:46:10Z', now)).toBe('in a moment');
  });
});

describe('the date of a clock', () => {
  const Real = Intl.DateTimeFormat;

  afterEach(() => {
    Intl.DateTimeFormat = Real;
    vi.resetModules();
  });

  it.each(['ar-EG', 'fa-IR', 'my-MM', 'ne-NP', 'mr-IN', 'th-TH'])(
    'is the API’s own for people of %s',
    async (here) => {
      Intl.DateTimeFormat = class extends Real {
        constructor(_: unknown, options: Intl.DateTimeFormatOptions) {
          super(here, options);
        }
      } as typeof Intl.DateTimeFormat;
      vi.resetModules();
      const dates = await import('./dates');
      const today = dates.dateIn('Europe/Berlin', new Date('2026-11-22T23:30:00Z'));
      expect(today).toBe('2026-11-23');
      expect(dates.plusDays(today, -6)).toBe('2026-11-17');
    },
  );
});
