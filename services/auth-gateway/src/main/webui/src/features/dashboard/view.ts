import { type Range, readRange } from '@/features/range/range';
import { oneOf, type Search } from '@/lib/search';

/** What the address of the dashboard says. */
export interface DashboardView extends Range {
  metric?: 'spend' | 'revenue' | 'conversions' | 'clicks' | 'impressions';
  chart?: 'table';
}

export function readDashboardView(search: Search): DashboardView {
  return {
    ...readRange(search),
    metric: oneOf(search.metric, ['spend', 'revenue', 'conversions', 'clicks', 'impressions']),
    chart: oneOf(search.chart, ['table']),
  };
}
