import { Icon, type IconName } from './Icon';

export type ChipTone = 'good' | 'bad' | 'warn' | 'quiet';

const TONES: Record<ChipTone, [string, IconName]> = {
  good: ['text-good', 'check'],
  bad: ['text-bad', 'warning'],
  warn: ['text-warn', 'clock'],
  quiet: ['text-quiet', 'clock'],
};

/** A state as a word with a colour and a drawing, never by colour alone. */
export function StatusChip({ tone, icon, children }: { tone: ChipTone; icon?: IconName; children: string }) {
  const [colour, drawing] = TONES[tone];
  return (
    <span className={`whitespace-nowrap font-medium ${colour}`}>
      <Icon name={icon ?? drawing} size={16} className="mr-1" />
      {children}
    </span>
  );
}
