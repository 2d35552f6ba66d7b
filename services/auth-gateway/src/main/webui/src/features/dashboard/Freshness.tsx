import { type ChipTone, StatusChip } from '@/components/StatusChip';
import { agoText, dateIn, instantText } from '@/lib/dates';
import { useNow } from '@/lib/hooks';

const FRESH_MS = 30 * 60_000;
const DELAYED_MS = 180 * 60_000;

interface Asked {
  /** When the reading of the range's last date was made, or null. */
  at: string | null;
  /** The last date of the range. */
  end: string;
  /** Where the accounts' days begin and end. */
  zones: readonly string[];
}

/**
 * How fresh figures are, in a word. Only what still runs is judged by its age: a date is read once more soon
 * after it has ended and then stands, so from then on it counts whether it was read since.
 */
export function freshnessOf({ at, end, zones }: Asked & { at: string }, now: number): [ChipTone, string] {
  const runs = zones.some((zone) => dateIn(zone, new Date(now - FRESH_MS)) <= end);
  if (!runs) {
    const readSince = zones.some((zone) => dateIn(zone, new Date(at)) > end);
    return readSince ? ['good', 'Ended'] : ['bad', 'Not read since it ended'];
  }
  const age = now - new Date(at).getTime();
  if (age <= FRESH_MS) return ['good', 'Fresh'];
  return age <= DELAYED_MS ? ['warn', 'Delayed'] : ['bad', 'Stale'];
}

/** How fresh figures are, as a word and a time. */
export function Freshness({ at, end, zones, zone }: Asked & { zone: string }) {
  const now = useNow();
  if (at === null) return <StatusChip tone="quiet">Nothing read yet</StatusChip>;
  const [tone, word] = freshnessOf({ at, end, zones }, now);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5" data-testid="data-as-of" data-value={at}>
      <StatusChip tone={tone}>{word}</StatusChip>
      <span>
        data as of <time dateTime={at}>{instantText(at, zone)}</time> ({agoText(at, now)})
      </span>
    </span>
  );
}
