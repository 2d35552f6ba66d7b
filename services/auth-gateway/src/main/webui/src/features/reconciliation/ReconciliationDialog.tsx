import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReconciledDay } from '@/api/answers';
import { Dialog } from '@/components/Dialog';
import { PlatformName } from '@/components/Platform';
import { Scroll } from '@/components/Scroll';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { Trouble } from '@/components/Trouble';
import { reasonText } from '@/features/dashboard/metrics';
import type { Range } from '@/features/range/range';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { dateText } from '@/lib/dates';
import { isZero } from '@/lib/decimal';
import { decimal, money, UNKNOWN } from '@/lib/format';
import { reconciliationQuery } from './reconciliation';

/** Every account and day: what our campaigns add up to beside the platform's own total. */
export default function ReconciliationDialog({ range, close }: { range: Range; close: () => void }) {
  const workspace = useWorkspaceId();
  const days = useInfiniteQuery(reconciliationQuery(workspace, range));
  const items = days.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog title="What the platforms say themselves" close={close} wide>
      <p className="mb-3 text-sm text-quiet">
        For each account and day: the spend of all campaigns as adfleet read them, beside the total the
        platform tells for the whole account. Days that still run are compared once they have ended.
      </p>
      {days.error && <Trouble thrown={days.error} retry={() => days.refetch()} />}
      {days.isPending && <SkeletonRows rows={7} label="Loading the comparison" />}
      {days.data && items.length === 0 && <p>No account is connected in these dates. Connect one first.</p>}
      {items.length > 0 && (
        <Scroll label="Comparison per account and day" className="overflow-x-auto">
          <table className="table" data-testid="reconciled-days">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Account</th>
                <th scope="col" className="number">
                  adfleet
                </th>
                <th scope="col" className="number">
                  Platform
                </th>
                <th scope="col">Verdict</th>
              </tr>
            </thead>
            <tbody>
              {items.map((day) => (
                <tr key={`${day.account_id} ${day.date}`}>
                  <th scope="row" className="font-normal whitespace-nowrap">
                    {dateText(day.date)}
                  </th>
                  <td>
                    {day.name}
                    <span className="block text-quiet">
                      <PlatformName platform={day.platform} />
                    </span>
                  </td>
                  <td className="number">{day.ours ? money(day.ours.spend, day.currency) : UNKNOWN}</td>
                  <td className="number">
                    {day.platform_total ? money(day.platform_total.spend, day.currency) : UNKNOWN}
                  </td>
                  <td>
                    <Verdict day={day} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {days.hasNextPage && (
        <button
          type="button"
          className="button mt-3"
          disabled={days.isFetchingNextPage}
          onClick={() => days.fetchNextPage()}
        >
          {days.isFetchingNextPage ? 'Loading …' : 'Show earlier days'}
        </button>
      )}
    </Dialog>
  );
}

function Verdict({ day }: { day: ReconciledDay }) {
  if (day.agrees === null) {
    return <StatusChip tone="quiet">{`not compared: ${reasonText(day.reason ?? 'unknown')}`}</StatusChip>;
  }
  if (day.agrees) return <StatusChip tone="good">agrees</StatusChip>;
  return (
    <>
      <StatusChip tone="bad">differs</StatusChip>
      <span className="block">{differences(day)}</span>
    </>
  );
}

/** By how much, in every measure that differs. */
function differences(day: ReconciledDay): string {
  const off = day.difference;
  if (!off) return '';
  const parts: string[] = [];
  if (off.spend !== null && !isZero(off.spend)) parts.push(`spend ${money(off.spend, day.currency)}`);
  for (const key of ['impressions', 'clicks', 'conversions'] as const) {
    if (off[key] !== null && !isZero(off[key])) parts.push(`${key} ${decimal(off[key])}`);
  }
  if (off.conversion_value !== null && !isZero(off.conversion_value)) {
    parts.push(`conversion value ${money(off.conversion_value, day.currency)}`);
  }
  return `${parts.join(', ')}: the platform’s total holds what it assigns to none of its campaigns, or changed since`;
}
