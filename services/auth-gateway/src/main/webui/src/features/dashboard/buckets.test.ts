import { describe, expect, it } from 'vitest';
import type { ChartPoint } from '@/api/answers';
import { indexAt, labelStep, reach, seriesOf, sparkPath, stacked } from './buckets';

function point(start: string, platform: string, spend: string | null): ChartPoint {
  return {
    start,
    platform,
    spend,
    revenue: null,
    conversions: null,
    conversion_value: null,
    impressions: null,
    clicks: null,
  };
}

describe('chart buckets', () => {
  const series = seriesOf(
    [
      point('2026-11-17', 'meta', '2'),
      point('2026-11-16', 'google', '10'),
      point('2026-11-16', 'meta', '5.5'),
      point('2026-11-17', 'google', null),
    ],
    'spend',
  );

  it('stand in order, with one value per platform', () => {
    expect(series.platforms).toEqual(['google', 'meta']);
    expect(series.buckets).toEqual([
      { start: '2026-11-16', values: ['10', '5.5'] },
      { start: '2026-11-17', values: [null, '2'] },
    ]);
  });

  it('reach as high as what is added, and as low as what is taken back', () => {
    expect(reach(series)).toEqual([0, 15.5]);
    expect(reach({ platforms: [], buckets: [] })).toEqual([0, 1]);
    expect(reach({ platforms: ['a', 'b'], buckets: [{ start: '1', values: ['10', '-4'] }] })).toEqual([
      -4, 10,
    ]);
  });

  it('stand on each other, what is taken back below the line', () => {
    expect(stacked(['10', '-4', null, '5', '-1'])).toEqual([
      [0, 10],
      [0, -4],
      [10, 10],
      [10, 15],
      [-4, -5],
    ]);
  });

  it('keep labels apart', () => {
    expect(labelStep(7, 700, 60)).toBe(1);
    expect(labelStep(96, 600, 60)).toBe(10);
    expect(labelStep(0, 0, 60)).toBe(1);
  });

  it('are found under a pointer, also past the ends', () => {
    expect(indexAt(0, 700, 7)).toBe(0);
    expect(indexAt(350, 700, 7)).toBe(3);
    expect(indexAt(900, 700, 7)).toBe(6);
  });
});

describe('a sparkline', () => {
  it('breaks where nothing is known', () => {
    expect(sparkPath(['0', '10', null, '5'], 30, 10)).toBe('M0.0 10.0L10.0 0.0M30.0 5.0');
  });

  it('is flat where nothing happened, and absent where nothing is known', () => {
    expect(sparkPath([0, 0], 10, 10)).toBe('M0.0 10.0L10.0 10.0');
    expect(sparkPath([null, null], 10, 10)).toBe('');
  });
});
