import { type Figure, isZero, signOf } from './decimal';

/** What stands where a figure is unknown. */
export const UNKNOWN = '—';

const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const found = formats.get(key) ?? new Intl.NumberFormat(undefined, options);
  formats.set(key, found);
  return found;
}

/** Intl reads decimal texts exactly; nothing passes through a float. */
function written(figure: Figure, options: Intl.NumberFormatOptions): string {
  return figure === null ? UNKNOWN : format(options).format(figure as Intl.StringNumericLiteral);
}

/** An amount with its currency's own digits; without a currency only the number. */
export function money(figure: Figure, currency: string | null): string {
  return currency ? written(figure, { style: 'currency', currency }) : decimal(figure);
}

/** A short amount for axes, where the exact one stands beside. */
export function shortMoney(figure: number, currency: string | null): string {
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return format(currency ? { style: 'currency', currency, ...compact } : compact).format(figure);
}

export function decimal(figure: Figure): string {
  return written(figure, { maximumFractionDigits: 2 });
}

/** A fraction as a percentage. */
export function percent(figure: Figure): string {
  return written(figure, { style: 'percent', maximumFractionDigits: 2 });
}

/** A change with its sign. */
export function change(figure: Figure): string {
  return written(figure, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
}

let lists: Intl.ListFormat | undefined;

/** Names one after the other, with the last “and”. */
export function listText(names: readonly string[]): string {
  lists ??= new Intl.ListFormat(undefined, { type: 'conjunction' });
  return lists.format(names);
}

export type Unit = 'money' | 'count' | 'ratio';

/** A metric's value as people read it. */
export function metric(key: string, unit: Unit, figure: Figure, currency: string | null): string {
  if (figure === null) return UNKNOWN;
  if (unit === 'money') return money(figure, currency);
  if (key === 'ctr') return percent(figure);
  return key === 'roas' ? `${decimal(figure)}×` : decimal(figure);
}

export type Tone = 'good' | 'bad' | 'neutral';

const COSTS = new Set(['cpc', 'cpm', 'cpa']);

/** Whether a change of a metric is good news: spending more is neither. */
export function toneOf(key: string, delta: string | null): Tone {
  if (delta === null || key === 'spend' || isZero(delta)) return 'neutral';
  const up = signOf(delta) > 0;
  return up === COSTS.has(key) ? 'bad' : 'good';
}
