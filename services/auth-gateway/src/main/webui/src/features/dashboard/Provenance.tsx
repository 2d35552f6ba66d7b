import type { Board } from '@/api/answers';
import type { Range } from '@/features/range/range';
import { ReconciliationBadge } from '@/features/reconciliation/ReconciliationBadge';
import { rangeText } from '@/lib/dates';
import { Freshness } from './Freshness';

/** What the figures rest on: dates, zone, currency, comparison, freshness, and whether the platforms agree. */
export function Provenance({ board, range }: { board: Board; range: Range }) {
  const { previous } = board;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm" data-testid="provenance">
      <ReconciliationBadge agreement={board.reconciliation} currency={board.currency} range={range} />
      <Freshness at={board.data_as_of} zone={board.zone} />
      <span className="text-quiet">
        {rangeText(board.start, board.end)} · {board.zone}
        {board.currency ? ` · ${board.currency}` : ''} · compared with{' '}
        {rangeText(previous.start, previous.end)}
        {previous.cut ? ', up to the same time of day' : ''} · revenue is what the platforms claim
      </span>
    </div>
  );
}
