import { type Range, readRange } from '@/features/range/range';
import { oneOf, type Search } from '@/lib/search';

/** What the address of the dashboard says. */
export interface DashboardView extends Range {
  metric?: 'spend' | 'revenue' | 'conversions' | 'clicks' | 'impressions';
  chart?: 'table';
}

/** The part that says which figures they are. */
export function rangeOf({ metric: _metric, chart: _chart, ...range }: DashboardView): Range {
  return range;
}

export function readDashboardView(search: Search): DashboardView {
  return {
    ...readRange(search),
    metric: oneOf(search.metric, ['spend', 'revenue', 'conversions', 'clicks', 'impressions']),
    chart: oneOf(search.chart, ['table']),
  };
}
