import { useState } from 'react';
import type { Agreement, Missing } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { later } from '@/components/later';
import { platformName } from '@/components/Platform';
import { reasonText } from '@/features/dashboard/metrics';
import type { Range } from '@/features/range/range';
import { decimalText, millionths } from '@/lib/decimal';
import { listText, money } from '@/lib/format';

const ReconciliationDialog = later(() => import('./ReconciliationDialog'));

/** What the sentence of the badge rests on. */
interface Compared {
  agreement: Agreement;
  start: string;
  today: string;
  missing: readonly Missing[];
}

/** The sentence of the badge. Amounts that cancel out are no agreement, so none is concluded from a sum. */
export function agreementText(compared: Compared): string {
  const { agrees, platforms } = compared.agreement;
  if (agrees === null) return `Not compared yet${whyNotCompared(compared)}`;
  if (agrees)
    return `Agrees with ${listText([...new Set(platforms.map((one) => platformName(one.platform)))])}`;
  const off = platforms
    .map((one) => ({ ...one, by: millionths(one.ours) - millionths(one.platform_total) }))
    .filter((one) => one.by !== 0n);
  if (off.length === 0) return 'Spend adds up to the same, but days or other figures differ';
  const parts = off.map(
    (one) => `${platformName(one.platform)} by ${money(decimalText(one.by), one.currency)}`,
  );
  return `Differs from ${listText(parts)}`;
}

function whyNotCompared({ start, today, missing }: Compared): string {
  if (start >= today) return ': no day of these has ended';
  const reasons = new Set(missing.map((one) => one.reason));
  const [only] = reasons;
  return only && reasons.size === 1 ? `: ${reasonText(only)}` : '';
}

/** Whether the platforms' own totals agree; opens the comparison per account and day. */
export function ReconciliationBadge({ range, ...compared }: Compared & { range: Range }) {
  const [open, setOpen] = useState(false);
  const { agreement } = compared;
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
        {agreementText(compared)}
      </button>
      {open && <ReconciliationDialog range={range} close={() => setOpen(false)} />}
    </>
  );
}
