/** A figure as the API writes it: a decimal text, a whole number, or unknown. */
export type Figure = string | number | null;

const PLACES = 6;
const ONE = 10n ** BigInt(PLACES);
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,6})\d*)?$/;

/** Exact millionths of a figure; the API never says more than six places. */
export function millionths(figure: string | number): bigint {
  const parts = DECIMAL.exec(String(figure));
  if (!parts) throw new RangeError(`not a decimal: ${figure}`);
  const [, sign, whole = '0', fraction = ''] = parts;
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, '0'));
  return sign ? -value : value;
}

/** Decimal text of millionths, without trailing zeros. */
export function decimalText(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % ONE)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / ONE}${fraction && `.${fraction}`}`;
}

/** The exact sum of what is known; null when nothing is. */
export function sum(figures: readonly Figure[]): string | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : decimalText(known.reduce((all, one) => all + millionths(one), 0n));
}

/** Whether a figure is known and zero. */
export function isZero(figure: Figure): boolean {
  return figure !== null && millionths(figure) === 0n;
}

/** -1, 0 or 1. */
export function signOf(figure: string | number): number {
  const value = millionths(figure);
  return value === 0n ? 0 : value < 0n ? -1 : 1;
}

/** A float for pixels, never for a figure that is shown. */
export function pixels(figure: Figure): number {
  return figure === null ? 0 : Number(figure);
}
