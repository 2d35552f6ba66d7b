import { useState } from 'react';
import type { Agreement } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { later } from '@/components/later';
import { platformName } from '@/components/Platform';
import type { Range } from '@/features/range/range';
import { sum } from '@/lib/decimal';
import { listText, money } from '@/lib/format';

const ReconciliationDialog = later(() => import('./ReconciliationDialog'));

/** The sentence of the badge. */
export function agreementText(agreement: Agreement, currency: string | null): string {
  if (agreement.agrees === null) return 'Not compared yet: no day of these has ended';
  const names = listText([...new Set(agreement.platforms.map((one) => platformName(one.platform)))]);
  if (agreement.agrees) return `Agrees with ${names}`;
  if (agreement.difference === null) return `Differs from ${names}`;
  return Number(agreement.difference) === 0
    ? `Spend agrees with ${names}, other figures differ`
    : `Differs from ${names} by ${money(sum([agreement.difference]), currency)}`;
}

/** Whether the platforms' own totals agree; opens the comparison per account and day. */
export function ReconciliationBadge({
  agreement,
  currency,
  range,
}: {
  agreement: Agreement;
  currency: string | null;
  range: Range;
}) {
  const [open, setOpen] = useState(false);
  const colour = agreement.agrees === null ? 'text-quiet' : agreement.agrees ? 'text-good' : 'text-bad';
  return (
    <>
      <button
        type="button"
        className={`button text-left whitespace-normal ${colour}`}
        aria-haspopup="dialog"
        data-testid="reconciliation"
        data-agrees={String(agreement.agrees)}
        onClick={() => setOpen(true)}
      >
        <Icon name={agreement.agrees === null ? 'clock' : agreement.agrees ? 'check' : 'warning'} size={16} />
        {agreementText(agreement, currency)}
      </button>
      {open && <ReconciliationDialog range={range} close={() => setOpen(false)} />}
    </>
  );
}
