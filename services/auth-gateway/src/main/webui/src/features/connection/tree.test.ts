import { describe, expect, it } from 'vitest';
import { account } from '@/testing/accounts';
import { inTree } from './ChooseAccounts';

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
