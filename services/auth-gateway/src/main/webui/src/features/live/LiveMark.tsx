import type { LiveState } from './socket';

const WORDS: Record<LiveState, [string, string, string]> = {
  connecting: ['Connecting', 'bg-warn', 'Connecting for live figures'],
  live: ['Live', 'bg-good', 'Figures move by themselves, without a reload'],
  polling: ['Every minute', 'bg-warn', 'The live connection is down; the page looks again every minute'],
  paused: ['Paused', 'bg-edge', 'The page was hidden; it goes on when seen'],
};

/** Whether the page moves by itself. */
export function LiveMark({ state }: { state: LiveState }) {
  const [word, colour, meaning] = WORDS[state];
  return (
    <span
      className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-quiet sm:min-w-28 sm:justify-end"
      title={meaning}
      data-testid="live"
      data-state={state}
    >
      <span aria-hidden="true" className={`size-2 rounded-full ${colour}`} />
      <span className="max-sm:sr-only">{word}</span>
    </span>
  );
}
