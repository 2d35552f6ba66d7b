import type { FleetService } from '@/api/answers';
import type { ChipTone } from '@/components/StatusChip';

const STATES: Record<FleetService['state'], [ChipTone, string]> = {
  up: ['good', 'Up'],
  not_ready: ['bad', 'Not ready'],
  down: ['bad', 'Down'],
  stopping: ['warn', 'Stopping'],
};

type Said = Pick<FleetService, 'service' | 'state'>;

/** How an instance does, as a word. */
export function serviceWord({ state }: Said): [ChipTone, string] {
  return STATES[state];
}

/** How all of them do, and what to do about it. */
export function fleetText(services: readonly Said[]): string {
  const names = (some: readonly Said[]) => some.map((one) => one.service).join(', ');
  const unready = services.filter((one) => one.state === 'not_ready');
  const silent = services.filter((one) => one.state === 'down');
  const parts = [
    silent.length > 0 &&
      `${names(silent)}: stopped, or no sign of life for more than two minutes. What they do stands still; figures that are shown stay as they were. Start them again.`,
    unready.length > 0 &&
      `${names(unready)}: not ready to work: the database or Kafka doesn’t answer. They go on by themselves once it does.`,
  ].filter((part) => part !== false);
  return parts.length > 0
    ? parts.join(' ')
    : `All ${services.length} instances said within the last minutes that they live.`;
}
