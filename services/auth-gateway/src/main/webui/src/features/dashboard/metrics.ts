import type { Unit } from '@/lib/format';

export interface MetricName {
  label: string;
  /** What it is, for those who don't know the letters. */
  meaning: string;
}

const NAMES: Record<string, MetricName> = {
  revenue: { label: 'Revenue', meaning: 'Conversion value as the platforms claim it' },
  roas: { label: 'ROAS', meaning: 'Revenue for each unit of spend' },
  spend: { label: 'Spend', meaning: 'What the ads cost' },
  conversions: { label: 'Conversions', meaning: 'Conversions as the platforms count them' },
  conversion_value: { label: 'Conversion value', meaning: 'Value of the conversions the platforms claim' },
  clicks: { label: 'Clicks', meaning: 'Clicks on ads' },
  impressions: { label: 'Impressions', meaning: 'How often ads were shown' },
  ctr: { label: 'CTR', meaning: 'Clicks for each impression' },
  cpc: { label: 'CPC', meaning: 'Spend for each click' },
  cpm: { label: 'CPM', meaning: 'Spend for a thousand impressions' },
  cpa: { label: 'CPA', meaning: 'Spend for each conversion' },
};

export function metricName(key: string): MetricName {
  return NAMES[key] ?? { label: key.replaceAll('_', ' '), meaning: '' };
}

/** The metrics a chart can draw. */
export const CHART_METRICS = {
  spend: 'money',
  revenue: 'money',
  conversions: 'count',
  clicks: 'count',
  impressions: 'count',
} as const satisfies Record<string, Unit>;

export type ChartMetric = keyof typeof CHART_METRICS;

const REASONS: Record<string, string> = {
  mixed_currencies: 'amounts of several currencies can’t be added',
  before_history: 'before the history that was read',
  backfilling: 'still being read',
  needs_reauth: 'the connection needs consent again',
  no_permission: 'no access to the account',
  disabled: 'the account is switched off',
  no_accounts: 'no account is connected',
  no_coverage: 'not read, for several reasons',
  no_spend: 'nothing was spent',
  no_impressions: 'no impressions',
  no_clicks: 'no clicks',
  no_conversions: 'no conversions',
  previous_is_zero: 'it was zero before',
  open_dates: 'the day has not ended',
  being_read: 'being read right now',
  no_platform_total: 'the platform told no total',
};

/** Why a figure is unknown. */
export function reasonText(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll('_', ' ');
}

const LEVELS: Record<string, string> = {
  campaign: 'campaigns',
  ad_group: 'ad groups',
  ad: 'ads',
  asset_group: 'asset groups',
};

export function levelText(level: string): string {
  return LEVELS[level] ?? level.replaceAll('_', ' ');
}
