import type { Job, JobState } from '@/api/answers';
import type { ChipTone } from '@/components/StatusChip';

const KINDS: Record<string, string> = {
  backfill: 'History of 90 days',
  live: 'Every 15 minutes',
  nightly: 'Nightly',
  now: 'Sync now',
};

/** Why a job runs. */
export function jobKind(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll('_', ' ');
}

const STATES: Record<JobState, [ChipTone, string]> = {
  queued: ['quiet', 'Queued'],
  running: ['warn', 'Running'],
  succeeded: ['good', 'Succeeded'],
  partial: ['bad', 'Partial'],
  failed: ['bad', 'Failed'],
  cancelled: ['quiet', 'Cancelled'],
};

export function jobState(state: JobState): [ChipTone, string] {
  return STATES[state];
}

/** How far a job is. */
export function slicesText({ slices }: Pick<Job, 'slices'>): string {
  if (slices.of === 0) return 'not begun';
  return `${slices.done} of ${slices.of} slices${slices.failed > 0 ? `, ${slices.failed} given up` : ''}`;
}
