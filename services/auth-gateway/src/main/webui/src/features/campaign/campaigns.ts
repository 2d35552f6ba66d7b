import { infiniteQueryOptions } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Listing } from '@/api/answers';
import { answer, api } from '@/api/client';
import { keepWithin, WORKSPACE } from '@/app/queries';
import { asked, type Range, readRange } from '@/features/range/range';
import { oneOf, type Search, textOf } from '@/lib/search';

export const STATUSES = ['active', 'paused', 'limited', 'learning', 'pending', 'ended', 'removed'] as const;
export type Status = (typeof STATUSES)[number];

export const DEFAULT_SORT = '-spend';

/** What the address of the campaigns page says. */
export interface CampaignsView extends Range {
  sort?: string;
  status?: Status;
  /** The entity whose children are shown. */
  parent?: string;
  /** The campaign above that entity, where it isn't one itself. */
  via?: string;
  q?: string;
}

const SORT = /^-?[a-z_]+$/;

export function readCampaignsView(search: Search): CampaignsView {
  const sort = textOf(search.sort);
  return {
    ...readRange(search),
    sort: sort && SORT.test(sort) && sort !== DEFAULT_SORT ? sort : undefined,
    status: oneOf(search.status, STATUSES),
    parent: textOf(search.parent),
    via: textOf(search.via),
    q: textOf(search.q),
  };
}

/** The order after a press on a column: down first for figures, then up. */
export function nextSort(now: string | undefined, key: string, text: boolean): string | undefined {
  const current = now ?? DEFAULT_SORT;
  const first = text ? key : `-${key}`;
  const second = text ? `-${key}` : key;
  const next = current === first ? second : first;
  return next === DEFAULT_SORT ? undefined : next;
}

const PAGE = 50;
const MOST = 500;

function ask(workspace: string, query: Record<string, string>, signal: AbortSignal): Promise<Listing> {
  return answer<Listing>(
    api.GET('/api/workspaces/{workspace}/campaigns', { params: { path: { workspace }, query }, signal }),
  );
}

/** Campaigns, or the children of an entity, a page at a time; all at once where they are searched. */
export function campaignsQuery(workspace: string, view: CampaignsView) {
  const query: Record<string, string> = { ...asked(view), sort: view.sort ?? DEFAULT_SORT };
  if (view.parent) query.parent = view.parent;
  if (view.status) query.status = view.status;
  query.limit = String(view.q ? MOST : PAGE);
  return infiniteQueryOptions({
    queryKey: [WORKSPACE, workspace, 'campaigns', query],
    queryFn: ({ pageParam, signal }) =>
      ask(workspace, pageParam ? { ...query, cursor: pageParam } : query, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepWithin(workspace),
  });
}

/**
 * The siblings of an entity that stands in a breadcrumb, to know its name and what it doesn't break down: a
 * page at a time, as it may be on any of them.
 */
export function siblingsQuery(workspace: string, view: CampaignsView, parent: string | undefined) {
  const query: Record<string, string> = { ...asked(view), limit: String(MOST) };
  if (parent) query.parent = parent;
  return infiniteQueryOptions({
    queryKey: [WORKSPACE, workspace, 'campaigns', 'siblings', query],
    queryFn: ({ pageParam, signal }) =>
      ask(workspace, pageParam ? { ...query, cursor: pageParam } : query, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

interface Paged {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** Loads page after page as long as more is wanted; after a failure only when the list could be asked again. */
export function useAllPages(
  { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage }: Paged,
  more: boolean,
) {
  useEffect(() => {
    if (more && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [more, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
}
