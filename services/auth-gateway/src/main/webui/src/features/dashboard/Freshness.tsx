import { StatusChip } from '@/components/StatusChip';
import { agoText, instantText } from '@/lib/dates';
import { useNow } from '@/lib/hooks';

const FRESH_MS = 30 * 60_000;
const DELAYED_MS = 180 * 60_000;

/** How fresh figures are, as a word and a time. */
export function Freshness({ at, zone }: { at: string | null; zone: string }) {
  const now = useNow();
  if (at === null) return <StatusChip tone="quiet">Nothing read yet</StatusChip>;
  const age = now - new Date(at).getTime();
  const [tone, word] =
    age <= FRESH_MS
      ? (['good', 'Fresh'] as const)
      : age <= DELAYED_MS
        ? (['warn', 'Delayed'] as const)
        : (['bad', 'Stale'] as const);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5" data-testid="data-as-of" data-value={at}>
      <StatusChip tone={tone}>{word}</StatusChip>
      <span>
        data as of <time dateTime={at}>{instantText(at, zone)}</time> ({agoText(at, now)})
      </span>
    </span>
  );
}
