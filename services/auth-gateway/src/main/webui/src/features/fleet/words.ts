import type { FleetService } from '@/api/answers';
import type { ChipTone } from '@/components/StatusChip';

/** After so long without a heartbeat an instance counts as gone; one that is down sooner says so itself. */
const PATIENCE_S = 150;

const STATES: Record<FleetService['state'], [ChipTone, string]> = {
  up: ['good', 'Up'],
  down: ['bad', 'Down'],
  stopping: ['warn', 'Stopping'],
};

type Said = Pick<FleetService, 'service' | 'state' | 'age_seconds'>;

function isUnready({ state, age_seconds: age }: Said): boolean {
  return state === 'down' && age < PATIENCE_S;
}

/** How an instance does, as a word. */
export function serviceWord(said: Said): [ChipTone, string] {
  return isUnready(said) ? ['bad', 'Not ready'] : STATES[said.state];
}

/** How all of them do, and what to do about it. */
export function fleetText(services: readonly Said[]): string {
  const names = (some: readonly Said[]) => some.map((one) => one.service).join(', ');
  const unready = services.filter(isUnready);
  const silent = services.filter((one) => one.state === 'down' && !isUnready(one));
  const parts = [
    silent.length > 0 &&
      `${names(silent)}: no sign of life for more than two minutes. What they do stands still; figures that are shown stay as they were. Start them again.`,
    unready.length > 0 &&
      `${names(unready)}: not ready to work, or stopped a moment ago. If it stays so for some minutes, read their logs.`,
  ].filter((part) => part !== false);
  return parts.length > 0
    ? parts.join(' ')
    : `All ${services.length} instances said within the last minutes that they live.`;
}
