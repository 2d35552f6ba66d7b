import { describe, expect, it } from 'vitest';
import type { Account } from '@/api/answers';
import { inTree } from './ChooseAccounts';

function account(id: string, parent: string | null, manager = false): Account {
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

describe('accounts to choose from', () => {
  it('stand below their managers', () => {
    const tree = inTree([
      account('2', '1'),
      account('1', null, true),
      account('3', '2b'),
      account('2b', '1', true),
    ]);
    expect(tree.map((one) => `${one.depth} ${one.account.external_id}`)).toEqual([
      '0 1',
      '1 2',
      '1 2b',
      '2 3',
    ]);
  });

  it('are all there where a manager is out of reach', () => {
    expect(inTree([account('7', '99')]).map((one) => one.depth)).toEqual([0]);
  });
});
