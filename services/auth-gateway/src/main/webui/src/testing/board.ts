import type { Board, Kpi } from '@/api/answers';

function kpi(key: string, unit: Kpi['unit'], value: string): Kpi {
  return { key, unit, value, previous: null, delta: null, reason: 'before_history', sparkline: [value] };
}

/** A dashboard of one day of one platform. */
export function board(spend: string): Board {
  return {
    timeframe: 'last_7_days',
    start: '2026-11-16',
    end: '2026-11-22',
    zone: 'Europe/Berlin',
    previous: { start: '2026-11-09', end: '2026-11-15', cut: false },
    currency: 'EUR',
    reason: null,
    by_currency: null,
    revenue_source: 'platform',
    data_as_of: '2026-11-23T02:00:00Z',
    last_synced_at: '2026-11-23T02:00:00Z',
    completeness: { complete: true, missing: [] },
    reconciliation: { checked_at: null, agrees: null, difference: null, reason: 'open_dates', platforms: [] },
    kpis: [kpi('spend', 'money', spend)],
    chart: { granularity: 'day', intraday_available_from: null, points: [] },
    top_campaigns: [],
    spend_mix: [],
    attribution: null,
  };
}
