import { describe, expect, it } from 'vitest';
import { nextSort, readCampaignsView } from './campaigns';
import { cardColumns } from './columns';

describe('the campaigns page in an address', () => {
  it('leaves out what is the default', () => {
    expect(readCampaignsView({ sort: '-spend' }).sort).toBeUndefined();
  });

  it('reads order, status and place', () => {
    expect(
      readCampaignsView({ sort: 'name', status: 'paused', parent: 'p', via: 'c', q: 'brand' }),
    ).toMatchObject({
      sort: 'name',
      status: 'paused',
      parent: 'p',
      via: 'c',
      q: 'brand',
    });
  });

  it('ignores what nobody could have meant', () => {
    expect(readCampaignsView({ sort: 'drop table', status: 'on fire' })).toMatchObject({
      sort: undefined,
      status: undefined,
    });
  });
});

describe('a press on a column', () => {
  it('sorts figures down, then up', () => {
    expect(nextSort(undefined, 'clicks', false)).toBe('-clicks');
    expect(nextSort('-clicks', 'clicks', false)).toBe('clicks');
  });

  it('sorts texts up, then down', () => {
    expect(nextSort(undefined, 'name', true)).toBe('name');
    expect(nextSort('name', 'name', true)).toBe('-name');
  });

  it('turns the default round', () => {
    expect(nextSort(undefined, 'spend', false)).toBe('spend');
    expect(nextSort('spend', 'spend', false)).toBeUndefined();
  });
});

describe('a card', () => {
  it('shows what the cards are sorted by', () => {
    const keys = (sort: string) => cardColumns(sort).map((column) => column.key);
    expect(keys('-cpa')).toEqual(['spend', 'roas', 'conversions', 'cpa']);
    expect(keys('name')).toEqual(['spend', 'roas', 'conversions']);
    expect(keys('roas')).toEqual(['spend', 'roas', 'conversions']);
  });
});
