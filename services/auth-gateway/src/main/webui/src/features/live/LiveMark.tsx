import { Icon, type IconName } from '@/components/Icon';
import type { LiveState } from './socket';

const WORDS: Record<LiveState, [string, IconName, string, string]> = {
  connecting: ['Connecting', 'more', 'text-warn', 'Connecting for live figures'],
  live: ['Live', 'check', 'text-good', 'Figures move by themselves, without a reload'],
  polling: [
    'Every minute',
    'clock',
    'text-warn',
    'The live connection is down; the page looks again every minute',
  ],
  paused: ['Paused', 'pause', 'text-quiet', 'The page was hidden; it goes on when seen'],
};

/** Whether the page moves by itself: a drawing of its own for each state, also where there is no room for words. */
export function LiveMark({ state }: { state: LiveState }) {
  const [word, drawing, colour, meaning] = WORDS[state];
  return (
    <span
      className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-quiet sm:min-w-28 sm:justify-end"
      title={meaning}
      data-testid="live"
      data-state={state}
    >
      <Icon name={drawing} size={14} className={colour} />
      <span className="max-sm:sr-only">{word}</span>
    </span>
  );
}
