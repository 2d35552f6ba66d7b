import type { Figure } from '@/lib/decimal';
import type { paths as GatewayPaths } from './schema/auth-gateway';
import type { paths as ConnectionsPaths } from './schema/connections';
import type { components as DashboardSchemas } from './schema/dashboard-query';

type Dashboard = DashboardSchemas['schemas'];

/** What a GET is answered, as the service describes it. */
type Told<Paths, Path extends keyof Paths> = Paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Required<Body>
  : never;
type FromConnections<Path extends keyof ConnectionsPaths> = Told<ConnectionsPaths, Path>;
type FromGateway<Path extends keyof GatewayPaths> = Told<GatewayPaths, Path>;
type Item<List> = List extends { items: readonly (infer One)[] } ? One : never;

/**
 * An answer by the API's grammar: no property is ever left out, what is unknown is null. The generated types
 * can't say either, so this says which properties may be null and what their parts are; a property the
 * services don't describe fails the type check.
 */
type Answer<T, Unknown extends keyof T = never, Parts extends { [K in keyof T]?: unknown } = object> = {
  [K in keyof T]-?: K extends keyof Parts
    ? Parts[K]
    : K extends Unknown
      ? Exclude<T[K], undefined> | null
      : Exclude<T[K], undefined>;
};

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type Role = 'viewer' | 'analyst' | 'admin' | 'owner';

export type Me = Answer<FromGateway<'/api/me'>, never, { user: { id: string; email: string | null } }>;
export type Workspace = Answer<Item<FromGateway<'/api/workspaces'>>, never, { role: Role }>;

export type ConnectionState = 'pending' | 'active' | 'needs_reauth' | 'rate_limited';
export type Connection = Answer<
  Item<FromConnections<'/api/workspaces/{workspace}/connections'>>,
  'sentence' | 'retry_at' | 'person' | 'last_sync' | 'next_sync',
  { state: ConnectionState }
>;
export type Account = Answer<
  Item<FromConnections<'/api/workspaces/{workspace}/connections/{connection}/accounts'>>,
  'parent_external_id' | 'currency' | 'connection_id' | 'sentence' | 'last_sync',
  { state: 'active' | 'disabled' | 'no_permission' }
>;
export type JobState = 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled';
type ToldJob = Item<FromConnections<'/api/workspaces/{workspace}/jobs'>>;
export type JobError = Answer<NonNullable<ToldJob['errors']>[number], 'slice' | 'sentence'>;
export type Job = Answer<
  ToldJob,
  'started_at' | 'finished_at' | 'failure_kind' | 'sentence' | 'retry_at',
  { state: JobState; slices: { done: number; of: number; failed: number }; errors: JobError[] }
>;
type ToldFleet = FromConnections<'/api/fleet'>;
export type FleetService = Answer<
  ToldFleet['services'][number],
  never,
  { state: 'up' | 'not_ready' | 'down' | 'stopping' }
>;
export type Fresh = Answer<
  ToldFleet['freshness'][number],
  'oldest_synced_at' | 'newest_synced_at' | 'oldest_age_seconds'
>;
export interface Fleet {
  services: FleetService[];
  freshness: Fresh[];
}

type Unit = 'money' | 'count' | 'ratio';
export type Kpi = Answer<
  Dashboard['Kpi'],
  'delta' | 'reason',
  { unit: Unit; value: Figure; previous: Figure; sparkline: Figure[] }
>;
interface Measures {
  spend: Figure;
  impressions: Figure;
  clicks: Figure;
  conversions: Figure;
  conversion_value: Figure;
}
export type ChartPoint = Answer<Dashboard['Point'], never, Measures & { revenue: Figure }>;
export type TopCampaign = Answer<
  Dashboard['TopCampaign'],
  'name' | 'status',
  { spend: Figure; revenue: Figure; roas: Figure; conversions: Figure }
>;
export type SpendShare = Answer<Dashboard['SpendShare'], 'share', { spend: Figure }>;
export type Missing = Answer<Dashboard['Missing']>;
export interface Completeness {
  complete: boolean;
  missing: Missing[];
}
export type PlatformAgreement = Answer<Dashboard['PlatformAgreement']>;
export type Agreement = Answer<
  Dashboard['Agreement'],
  'checked_at' | 'agrees' | 'difference' | 'reason',
  { platforms: PlatformAgreement[] }
>;
export type Granularity = 'quarter_hour' | 'hour' | 'day';
export interface OfCurrency {
  currency: string;
  kpis: Kpi[];
  chart_points: ChartPoint[];
  top_campaigns: TopCampaign[];
}
export type Board = Answer<
  Dashboard['Unified'],
  'currency' | 'reason' | 'data_as_of' | 'last_synced_at',
  {
    previous: { start: string; end: string; cut: boolean };
    by_currency: OfCurrency[] | null;
    completeness: Completeness;
    reconciliation: Agreement;
    kpis: Kpi[];
    chart: { granularity: Granularity; intraday_available_from: string | null; points: ChartPoint[] };
    top_campaigns: TopCampaign[];
    spend_mix: SpendShare[] | null;
    attribution: unknown;
  }
>;

export type ReconciledDay = Answer<
  Dashboard['ReconciledDay'],
  'observed_at' | 'closed_at' | 'agrees' | 'reason',
  { ours: Measures | null; platform_total: Measures | null; difference: Measures | null }
>;
export type Reconciliation = Page<ReconciledDay> & { agrees: boolean | null };

type Ratios = { revenue: Figure; roas: Figure; ctr: Figure; cpc: Figure; cpm: Figure; cpa: Figure };
export type Entity = Answer<
  Dashboard['Item'],
  'parent_id' | 'name' | 'status' | 'platform_status' | 'channel' | 'reason',
  Measures & Ratios & { not_broken_down: Measures | null }
> & {
  /** Of ads, where the service that answers tells them. */
  thumbnail_url?: string | null;
  creative_type?: string | null;
};
export type Listing = Page<Entity> & {
  start: string;
  end: string;
  zone: string;
  completeness: Completeness;
};
