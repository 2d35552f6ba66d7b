import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Empty } from '@/components/Empty';
import { Refetching } from '@/components/Refetching';
import { SkeletonRows } from '@/components/Skeleton';
import { Trouble } from '@/components/Trouble';
import { MissingDates } from '@/features/dashboard/MissingDates';
import { RangeBar } from '@/features/range/RangeBar';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { rangeText } from '@/lib/dates';
import { useTitle } from '@/lib/hooks';
import { CampaignTable } from './CampaignTable';
import { type CampaignsView, campaignsQuery, STATUSES, type Status, useAllPages } from './campaigns';
import { kindsText } from './columns';
import { Trail, useAbove } from './Trail';

/** Campaigns and what they are made of, with their figures. */
export function CampaignsPage({ view }: { view: CampaignsView }) {
  useTitle('Campaigns');
  const workspace = useWorkspaceId();
  const listing = useInfiniteQuery(campaignsQuery(workspace, view));
  const above = useAbove(view);
  const place = (view.via ? above.group : above.campaign)?.name;
  const first = listing.data?.pages[0];
  const loaded = listing.data?.pages.flatMap((page) => page.items) ?? [];
  const items = view.q ? loaded.filter((one) => matches(one.name ?? one.external_id, view.q ?? '')) : loaded;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = listing;
  useAllPages(listing, Boolean(view.q));
  const title = view.parent && loaded.length > 0 ? kindsText(loaded) : view.parent ? 'Parts' : 'Campaigns';
  const head = useOpened(view.parent, !listing.isPending && !listing.isPlaceholderData);
  return (
    <div className="grid grid-cols-1 gap-4">
      <Trail view={view} {...above} />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 ref={head} tabIndex={-1}>
            {title}
            {place && <span className="sr-only"> of {place}</span>}
          </h1>
          <p className="min-h-10 text-sm text-quiet sm:min-h-5">
            {first &&
              `${rangeText(first.start, first.end)} · ${first.zone} · amounts in each account’s currency`}
          </p>
        </div>
        <RangeBar range={view} from="/w/$workspace/campaigns" />
      </div>
      <Filters view={view} />
      {first && <MissingDates missing={first.completeness.missing} />}
      {listing.error && <Trouble thrown={listing.error} retry={() => listing.refetch()} />}
      {listing.isPending && !listing.error && <SkeletonRows rows={10} label="Loading campaigns" />}
      {first && items.length === 0 && !hasNextPage && <Nothing view={view} />}
      {items.length > 0 && (
        <Refetching busy={listing.isPlaceholderData}>
          <CampaignTable items={items} view={view} above={view.via ? above.group : above.campaign} />
        </Refetching>
      )}
      {first && (
        <div className="flex flex-wrap items-center gap-3 text-sm text-quiet">
          <span data-testid="count">
            {view.q ? `${items.length} of ${loaded.length} match` : `${loaded.length} shown`}
            {hasNextPage && !view.q ? ', there are more' : ''}
          </span>
          {hasNextPage && !view.q && (
            <button
              type="button"
              className="button"
              disabled={isFetchingNextPage}
              onClick={() => fetchNextPage()}
            >
              {isFetchingNextPage ? 'Loading …' : 'Show more'}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** The heading, which gets the focus when another level is there: the link that was followed is gone by then. */
function useOpened(parent: string | undefined, there: boolean) {
  const head = useRef<HTMLHeadingElement>(null);
  const shown = useRef(parent);
  useEffect(() => {
    if (!there || shown.current === parent) return;
    shown.current = parent;
    head.current?.focus({ preventScroll: true });
  }, [parent, there]);
  return head;
}

function matches(name: string, asked: string): boolean {
  const text = name.toLocaleLowerCase();
  return asked
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const PAUSE_MS = 250;

function Filters({ view }: { view: CampaignsView }) {
  const navigate = useNavigate({ from: '/w/$workspace/campaigns' });
  const [text, setText] = useState(view.q ?? '');
  // what the address says because of this field; anything else it says comes from elsewhere and is shown
  const written = useRef(view.q);
  useEffect(() => {
    if (view.q === written.current) return;
    written.current = view.q;
    setText(view.q ?? '');
  }, [view.q]);
  useEffect(() => {
    const q = text.trim() || undefined;
    if (q === written.current) return;
    const timer = setTimeout(() => {
      written.current = q;
      void navigate({ to: '.', search: (before) => ({ ...before, q }), replace: true, resetScroll: false });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, navigate]);
  return (
    <search className="flex flex-wrap gap-2">
      <input
        type="search"
        aria-label="Search by name"
        placeholder="Search by name"
        className="field w-56"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        aria-label="Status"
        className="field"
        value={view.status ?? ''}
        onChange={(event) =>
          navigate({
            to: '.',
            search: (before) => ({
              ...before,
              status: (event.target.value || undefined) as Status | undefined,
            }),
            resetScroll: false,
          })
        }
      >
        <option value="">Every status</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {status.charAt(0).toUpperCase() + status.slice(1)}
          </option>
        ))}
      </select>
    </search>
  );
}

function Nothing({ view }: { view: CampaignsView }) {
  const navigate = useNavigate({ from: '/w/$workspace/campaigns' });
  if (view.q || view.status || view.platform || view.account) {
    return (
      <Empty title="Nothing matches">
        <p>Another name or status, or all platforms and accounts, may show more.</p>
        <button
          type="button"
          className="button mt-3"
          onClick={() =>
            navigate({
              to: '.',
              search: (before) => ({
                ...before,
                q: undefined,
                status: undefined,
                platform: undefined,
                account: undefined,
              }),
            })
          }
        >
          Clear all filters
        </button>
      </Empty>
    );
  }
  return view.parent ? (
    <Empty title="It has no parts that adfleet knows">
      <p>The platform tells none, or they have not been read yet. Levels below campaigns are read hourly.</p>
    </Empty>
  ) : (
    <Empty title="No campaigns yet">
      <p>Connect an ad account; its campaigns appear within a minute.</p>
    </Empty>
  );
}
