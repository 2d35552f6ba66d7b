import type { Entity } from '@/api/answers';
import { decimal, metric, money, percent } from '@/lib/format';

export interface Column {
  key: string;
  title: string;
  text: boolean;
  write: (entity: Entity) => string;
}

/** The figures of the table, in their order. */
export const COLUMNS: readonly Column[] = [
  { key: 'spend', title: 'Spend', text: false, write: (e) => money(e.spend, e.currency) },
  { key: 'revenue', title: 'Revenue', text: false, write: (e) => money(e.revenue, e.currency) },
  { key: 'roas', title: 'ROAS', text: false, write: (e) => metric('roas', 'ratio', e.roas, null) },
  { key: 'conversions', title: 'Conversions', text: false, write: (e) => decimal(e.conversions) },
  { key: 'cpa', title: 'CPA', text: false, write: (e) => money(e.cpa, e.currency) },
  { key: 'clicks', title: 'Clicks', text: false, write: (e) => decimal(e.clicks) },
  { key: 'ctr', title: 'CTR', text: false, write: (e) => percent(e.ctr) },
  { key: 'cpc', title: 'CPC', text: false, write: (e) => money(e.cpc, e.currency) },
  { key: 'impressions', title: 'Impressions', text: false, write: (e) => decimal(e.impressions) },
  { key: 'cpm', title: 'CPM', text: false, write: (e) => money(e.cpm, e.currency) },
];

/** What fits on a card of a phone, and what the cards are sorted by. */
export function cardColumns(sort: string): Column[] {
  const shown = ['spend', 'roas', 'conversions', sort.replace('-', '')];
  return COLUMNS.filter((column) => shown.includes(column.key));
}

export const KINDS: Record<string, string> = {
  campaign: 'Campaigns',
  ad_group: 'Ad groups',
  asset_group: 'Asset groups',
  ad: 'Ads',
};

const SINGULAR: Record<string, string> = {
  campaign: 'Campaign',
  ad_group: 'Ad group',
  asset_group: 'Asset group',
  ad: 'Ad',
};

/** Meta says ad set where Google says ad group. */
export function kindText(entity: Pick<Entity, 'kind' | 'platform'>): string {
  if (entity.kind === 'ad_group' && entity.platform === 'meta') return 'Ad set';
  return SINGULAR[entity.kind] ?? entity.kind.replaceAll('_', ' ');
}

/** What the entities of a list are called together. */
export function kindsText(entities: readonly Pick<Entity, 'kind' | 'platform'>[]): string {
  const kinds = [...new Set(entities.map((entity) => entity.kind))];
  if (kinds.length !== 1) return 'Parts';
  if (kinds[0] === 'ad_group' && entities.every((entity) => entity.platform === 'meta')) return 'Ad sets';
  return KINDS[kinds[0] ?? ''] ?? 'Parts';
}

/** Whether there may be a level below. */
export function opens(entity: Pick<Entity, 'kind'>): boolean {
  return entity.kind === 'campaign' || entity.kind === 'ad_group';
}
