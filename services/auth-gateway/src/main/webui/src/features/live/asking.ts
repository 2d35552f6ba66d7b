import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Has what is shown asked for again. News never breaks off an answer that is on its way, or a page whose
 * answers take longer than news comes would never have any; that answer may be older than the news, so it is
 * asked for once more when it is there.
 */
export class Asking {
  private readonly onTheirWay = new Set<Query>();

  constructor(private readonly client: QueryClient) {}

  again(queryKey: QueryKey) {
    for (const query of this.client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })) {
      if (this.onTheirWay.has(query)) continue;
      this.onTheirWay.add(query);
      const once = () => {
        this.onTheirWay.delete(query);
        this.invalidate(query.queryKey, true);
      };
      query.promise?.then(once, once);
    }
    this.invalidate(queryKey, false);
  }

  private invalidate(queryKey: QueryKey, exact: boolean) {
    void this.client.invalidateQueries({ queryKey, exact }, { cancelRefetch: false });
  }
}
