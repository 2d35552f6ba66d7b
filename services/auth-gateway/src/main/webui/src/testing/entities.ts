import type { Entity, Listing } from '@/api/answers';

const NOTHING = { spend: '0', impressions: 0, clicks: 0, conversions: '0', conversion_value: '0' };

/** A campaign, or what is given instead. */
export function entity(id: string, given: Partial<Entity> = {}): Entity {
  return {
    ...NOTHING,
    entity_id: id,
    external_id: id,
    kind: 'campaign',
    parent_id: null,
    account_id: 'a',
    platform: 'google',
    name: id,
    status: 'active',
    platform_status: 'ENABLED',
    channel: null,
    currency: 'EUR',
    reason: null,
    revenue: '0',
    roas: null,
    ctr: null,
    cpc: null,
    cpm: null,
    cpa: null,
    not_broken_down: null,
    ...given,
  };
}

/** What an entity doesn't break down. */
export function rest(spend: string): Entity['not_broken_down'] {
  return { ...NOTHING, spend };
}

/** A page of entities. */
export function listing(items: Entity[], next: string | null = null): Listing {
  return {
    items,
    next_cursor: next,
    start: '2026-11-16',
    end: '2026-11-22',
    zone: 'Europe/Berlin',
    completeness: { complete: true, missing: [] },
  };
}
