import type { Board } from '@/api/answers';
import { useConnectedAccounts } from '@/features/connection/connections';
import type { Range } from '@/features/range/range';
import { ReconciliationBadge } from '@/features/reconciliation/ReconciliationBadge';
import { dateIn, rangeText } from '@/lib/dates';
import { useIdle } from '@/lib/hooks';
import { Freshness } from './Freshness';

/** What the figures rest on: dates, zone, currency, comparison, freshness, and whether the platforms agree. */
export function Provenance({ board, range }: { board: Board; range: Range }) {
  const { previous } = board;
  // until the accounts are known their days are taken for those of the workspace
  const zones = useConnectedAccounts(useIdle()).map((account) => account.zone);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm" data-testid="provenance">
      <ReconciliationBadge
        agreement={board.reconciliation}
        start={board.start}
        today={dateIn(board.zone, new Date())}
        missing={board.completeness.missing}
        range={range}
      />
      <Freshness
        at={board.data_as_of}
        end={board.end}
        zones={zones.length > 0 ? zones : [board.zone]}
        zone={board.zone}
      />
      <span className="text-quiet">
        {rangeText(board.start, board.end)} · {board.zone}
        {board.currency ? ` · ${board.currency}` : ''} · compared with{' '}
        {rangeText(previous.start, previous.end)}
        {previous.cut ? ', up to the same time of day' : ''} · revenue is what the platforms claim
      </span>
    </div>
  );
}
