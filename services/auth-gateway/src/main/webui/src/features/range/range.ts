import { isDate } from '@/lib/dates';
import { oneOf, type Search, textOf } from '@/lib/search';

export const TIMEFRAMES = {
  today: 'Today',
  yesterday: 'Yesterday',
  last_7_days: 'Last 7 days',
  last_14_days: 'Last 14 days',
  last_30_days: 'Last 30 days',
  last_90_days: 'Last 90 days',
  this_month: 'This month',
  last_month: 'Last month',
} as const;

export type Timeframe = keyof typeof TIMEFRAMES;

export const DEFAULT_TIMEFRAME: Timeframe = 'last_7_days';

export const PLATFORMS = ['google', 'meta'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Which figures a page is about; what is left out is the default. */
export interface Range {
  timeframe?: Timeframe;
  start?: string;
  end?: string;
  platform?: Platform;
  account?: string;
}

/** What an address says of it; what makes no sense is left out. */
export function readRange(search: Search): Range {
  const { start, end } = search;
  const custom = isDate(start) && isDate(end) && start <= end;
  const timeframe = oneOf(search.timeframe, Object.keys(TIMEFRAMES) as Timeframe[]);
  return {
    ...(custom ? { start, end } : { timeframe: timeframe === DEFAULT_TIMEFRAME ? undefined : timeframe }),
    platform: oneOf(search.platform, PLATFORMS),
    account: textOf(search.account),
  };
}

/** The same as the API is asked for it. */
export function asked(range: Range): Record<string, string> {
  const dates: Record<string, string> =
    range.start && range.end
      ? { start: range.start, end: range.end }
      : { timeframe: range.timeframe ?? DEFAULT_TIMEFRAME };
  if (range.platform) dates.platform = range.platform;
  if (range.account) dates.account = range.account;
  return dates;
}

/** The words on the control that changes it. */
export function nameOf(range: Range): string {
  return range.start ? 'Custom dates' : TIMEFRAMES[range.timeframe ?? DEFAULT_TIMEFRAME];
}
