import type { ChartPoint } from '@/api/answers';
import { type Figure, pixels } from '@/lib/decimal';
import type { ChartMetric } from './metrics';

/** One place on the time axis: what each platform did then. */
export interface Bucket {
  start: string;
  values: Figure[];
}

export interface Series {
  platforms: string[];
  buckets: Bucket[];
}

/** Points of the API, one row per time and one column per platform. */
export function seriesOf(points: readonly ChartPoint[], metric: ChartMetric): Series {
  const platforms = [...new Set(points.map((point) => point.platform))].sort();
  const rows = new Map<string, Figure[]>();
  for (const point of points) {
    const values = rows.get(point.start) ?? platforms.map(() => null);
    values[platforms.indexOf(point.platform)] = point[metric];
    rows.set(point.start, values);
  }
  const buckets = [...rows].map(([start, values]) => ({ start, values }));
  buckets.sort((a, b) => (a.start < b.start ? -1 : 1));
  return { platforms, buckets };
}

/** Where each part of a column begins and ends: upwards, or downwards where a correction took something back. */
export function stacked(values: readonly Figure[]): [number, number][] {
  let above = 0;
  let below = 0;
  return values.map((value) => {
    const part = pixels(value);
    const from = part < 0 ? below : above;
    const to = from + part;
    if (part < 0) below = to;
    else above = to;
    return [from, to];
  });
}

/** How low and how high the axis must reach. */
export function reach(series: Series): [number, number] {
  const ends = series.buckets.flatMap((bucket) => stacked(bucket.values).map(([, to]) => to));
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  return [low, low === high ? 1 : high];
}

/** Whether something of it isn't known. */
export function hasGap(bucket: Bucket): boolean {
  return bucket.values.includes(null);
}

/** Which labels of an axis fit: every n-th, so that neighbours keep their distance. */
export function labelStep(count: number, width: number, labelWidth: number): number {
  if (count === 0 || width <= 0) return 1;
  return Math.max(1, Math.ceil((count * labelWidth) / width));
}

/** The index under a pointer. */
export function indexAt(x: number, width: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((x / width) * count)));
}

export const MOST_BARS = 100;

/** A line through points where something is known; it breaks where nothing is. */
export function sparkPath(values: readonly Figure[], width: number, height: number): string {
  const known = values.filter((value) => value !== null).map(pixels);
  if (known.length === 0) return '';
  const top = Math.max(...known);
  const bottom = Math.min(0, ...known);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const y = (value: number) =>
    top === bottom ? height : height - ((value - bottom) / (top - bottom)) * height;
  let drawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        drawing = false;
        return '';
      }
      const command = drawing ? 'L' : 'M';
      drawing = true;
      return `${command}${(index * step).toFixed(1)} ${y(pixels(value)).toFixed(1)}`;
    })
    .join('');
}
