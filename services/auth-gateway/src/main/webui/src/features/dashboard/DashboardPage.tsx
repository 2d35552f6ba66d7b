import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, useDeferredValue, useEffect } from 'react';
import type { Board, ChartPoint, Kpi, TopCampaign } from '@/api/answers';
import { Empty } from '@/components/Empty';
import { Refetching } from '@/components/Refetching';
import { Skeleton } from '@/components/Skeleton';
import { Trouble } from '@/components/Trouble';
import { connectionsQuery } from '@/features/connection/connections';
import { RangeBar } from '@/features/range/RangeBar';
import { useMay, useWorkspaceId } from '@/features/workspace/workspaces';
import { dateIn } from '@/lib/dates';
import { useLate, useTitle } from '@/lib/hooks';
import { Attention } from './Attention';
import { boardQuery } from './board';
import { ChartCard } from './ChartCard';
import { KpiGrid, KpiSkeleton } from './KpiGrid';
import { MissingDates } from './MissingDates';
import { Provenance } from './Provenance';
import { SpendMix } from './SpendMix';
import { TopCampaigns } from './TopCampaigns';
import { type DashboardView, rangeOf } from './view';

const PATIENCE_MS = 1_000;

/** Are we fine today, and what changed. */
export function DashboardPage({ view }: { view: DashboardView }) {
  useTitle('Dashboard');
  const range = rangeOf(view);
  const workspace = useWorkspaceId();
  const board = useQuery(boardQuery(workspace, range));
  const connections = useQuery(connectionsQuery(workspace));
  const nothing = connections.data?.items.length === 0;
  // what needs attention stands above the figures: both are shown together, so that nothing jumps; but what
  // can't be had, or not soon, is not waited for
  const late = useLate(connections.isPending, PATIENCE_MS);
  const waiting = connections.isPending && connections.failureCount === 0 && !late;
  const known = waiting ? undefined : board.data;
  // drawn in slices, so that whoever scrolls or types is served in between
  const drawn = useDeferredValue(known);
  const shown = known && drawn;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>Dashboard</h1>
        {!nothing && <RangeBar range={range} from="/w/$workspace/dashboard" />}
      </div>
      {!waiting && <Attention />}
      {nothing ? (
        <NothingConnected />
      ) : (
        <>
          {board.error && !board.data && <Trouble thrown={board.error} retry={() => board.refetch()} />}
          {!shown && !board.error && <BoardSkeleton key={String(waiting)} />}
          {shown && (
            <Refetching busy={board.isPlaceholderData}>
              <Figures board={shown} view={view} />
            </Refetching>
          )}
        </>
      )}
    </div>
  );
}

const Figures = memo(function Figures({ board, view }: { board: Board; view: DashboardView }) {
  const parts = board.by_currency;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="min-h-9">
        <Provenance board={board} range={rangeOf(view)} />
      </div>
      <MissingDates missing={board.completeness.missing} />
      {parts ? (
        <>
          <p className="card p-3 text-sm" data-testid="several-currencies">
            These accounts are billed in {parts.length} currencies. Without exchange rates their amounts can’t
            be added, so they stand side by side; counts are added.
          </p>
          <KpiGrid kpis={board.kpis.filter(isKnown)} currency={null} label="Figures of all currencies" />
          {parts.map((part) => (
            <section
              key={part.currency}
              className="grid grid-cols-1 gap-4"
              aria-labelledby={`in-${part.currency}`}
            >
              <h2 id={`in-${part.currency}`}>In {part.currency}</h2>
              <Part
                board={board}
                view={view}
                kpis={part.kpis}
                currency={part.currency}
                points={part.chart_points}
                campaigns={part.top_campaigns}
              />
            </section>
          ))}
        </>
      ) : (
        <Part
          board={board}
          view={view}
          kpis={board.kpis}
          currency={board.currency}
          points={board.chart.points}
          campaigns={board.top_campaigns}
        />
      )}
    </div>
  );
});

function isKnown(kpi: Kpi): boolean {
  return kpi.reason !== 'mixed_currencies';
}

interface PartProps {
  board: Board;
  view: DashboardView;
  kpis: readonly Kpi[];
  currency: string | null;
  points: readonly ChartPoint[];
  campaigns: readonly TopCampaign[];
}

function Part({ board, view, kpis, currency, points, campaigns }: PartProps) {
  const navigate = useNavigate({ from: '/w/$workspace/dashboard' });
  const change = (changed: Partial<DashboardView>) =>
    navigate({ to: '.', search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const asTable = view.chart === 'table';
  const toggle = () => change({ chart: asTable ? undefined : 'table' });
  useChartKey(toggle);
  return (
    <>
      <KpiGrid kpis={kpis} currency={currency} label={currency ? `Figures in ${currency}` : 'Figures'} />
      <ChartCard
        points={points}
        granularity={board.chart.granularity}
        from={board.chart.intraday_available_from}
        currency={currency}
        today={dateIn(board.zone, new Date())}
        metric={view.metric ?? 'spend'}
        asTable={asTable}
        choose={(metric) => change({ metric: metric === 'spend' ? undefined : metric })}
        toggle={toggle}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[2fr_1fr]">
        <TopCampaigns campaigns={campaigns} label={board.by_currency ? (currency ?? undefined) : undefined} />
        {board.spend_mix && board.spend_mix.length > 0 && (
          <SpendMix mix={board.spend_mix} currency={currency} />
        )}
      </div>
    </>
  );
}

/** The letter t shows the chart as a table and back. */
function useChartKey(toggle: () => void) {
  useEffect(() => {
    document.addEventListener('adfleet:table', toggle);
    return () => document.removeEventListener('adfleet:table', toggle);
  }, [toggle]);
}

function NothingConnected() {
  const workspace = useWorkspaceId();
  const may = useMay('admin');
  return (
    <Empty title="No ad account is connected yet">
      {may ? (
        <>
          <p>Connect Google Ads or Meta; the first figures appear within a minute.</p>
          <Link to="/w/$workspace/start" params={{ workspace }} className="button button-main mt-4">
            Connect an ad account
          </Link>
        </>
      ) : (
        <p>An admin or owner of this workspace can connect one.</p>
      )}
    </Empty>
  );
}

function BoardSkeleton() {
  return (
    <div className="breathing grid grid-cols-1 gap-4">
      <Skeleton className="h-9" />
      <KpiSkeleton />
      <Skeleton className="h-[380px]" />
      <div className="grid items-start gap-4 xl:grid-cols-[2fr_1fr]">
        <Skeleton className="h-[460px]" />
        <Skeleton className="h-40" />
      </div>
    </div>
  );
}
