import type { Missing } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { platformName } from '@/components/Platform';
import { useAccountName } from '@/features/connection/connections';
import { rangeText } from '@/lib/dates';
import { levelText, reasonText } from './metrics';

/** What of the asked dates is not known, and why; sums are of what is known. */
export function MissingDates({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  return (
    <details className="card p-3 text-sm" data-testid="missing">
      <summary className="flex list-none items-center gap-1.5 font-medium text-warn">
        <Icon name="warning" size={16} />
        <span>
          Not complete: the sums are of what has been read. <span className="link">What is missing</span>
        </span>
      </summary>
      <Gaps missing={missing} />
    </details>
  );
}

function Gaps({ missing }: { missing: readonly Missing[] }) {
  const nameOf = useAccountName();
  return (
    <ul className="mt-2 grid gap-1">
      {missing.map((one) => (
        <li key={`${one.account_id} ${one.level} ${one.from} ${one.reason}`}>
          {platformName(one.platform)} · {nameOf(one.account_id)}: {levelText(one.level)} of{' '}
          {rangeText(one.from, one.to)} {one.reason === 'backfilling' ? 'are' : 'are missing:'}{' '}
          {reasonText(one.reason)}
        </li>
      ))}
    </ul>
  );
}
