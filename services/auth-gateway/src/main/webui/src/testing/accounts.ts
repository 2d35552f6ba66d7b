import type { Account } from '@/api/answers';

/** An account that nobody reads yet. */
export function account(id: string, parent: string | null, manager = false): Account {
  return {
    account_id: `id-${id}`,
    external_id: id,
    parent_external_id: parent,
    name: id,
    currency: 'EUR',
    zone: 'Europe/Berlin',
    manager,
    connected: false,
    connection_id: null,
    state: 'active',
    sentence: null,
    last_sync: null,
  };
}
