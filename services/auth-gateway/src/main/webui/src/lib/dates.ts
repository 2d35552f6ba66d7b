const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const MOST_WEEKDAYS = 31;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const found = formats.get(key) ?? new Intl.DateTimeFormat(undefined, options);
  formats.set(key, found);
  return found;
}

/** A calendar date is a day without a zone: it is carried in UTC only to be written again. */
function carried(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Whether a text is a date of the calendar. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || !DATE.test(text)) return false;
  const date = carried(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The date a clock in a zone shows, as the API writes it whatever calendar and digits people here use. */
export function dateIn(zone: string, now: Date): string {
  const parts = format({
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function plusDays(date: string, days: number): string {
  return new Date(carried(date).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(start: string, end: string): number {
  return Math.round((carried(end).getTime() - carried(start).getTime()) / DAY_MS);
}

export function dateText(date: string): string {
  return format({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(carried(date));
}

export function shortDateText(date: string): string {
  return format({ timeZone: 'UTC', day: 'numeric', month: 'short' }).format(carried(date));
}

export function rangeText(start: string, end: string): string {
  return format({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
    carried(start),
    carried(end),
  );
}

/** A chart bucket: a date, or a wall time of a date, which is written as it is. */
export function bucketText(start: string): string {
  const [date = '', time] = start.split('T');
  return (
    time ??
    format({ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(carried(date))
  );
}

/** The label of a bucket on an axis: as short as the room and as long as the range needs. */
export function axisText(start: string, narrow: boolean, range: readonly [string, string]): string {
  if (start.includes('T')) return bucketText(start);
  if (range[0].slice(0, 4) !== range[1].slice(0, 4)) {
    return format({ timeZone: 'UTC', month: 'short', year: 'numeric' }).format(carried(start));
  }
  return narrow || daysBetween(...range) > MOST_WEEKDAYS ? shortDateText(start) : bucketText(start);
}

/** An instant on the clock of a zone. */
export function instantText(instant: string | null, zone?: string): string {
  if (instant === null) return 'never';
  return format({
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

let kept: Intl.RelativeTimeFormat | undefined;

function relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  kept ??= new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'short' });
  return kept.format(value, unit);
}

/** How long ago, in the largest unit that says something; never ahead, however late `now` was taken. */
export function agoText(instant: string, now: number): string {
  const seconds = Math.round((now - new Date(instant).getTime()) / 1000);
  return seconds < 60 ? 'just now' : apart(-seconds);
}

/** In how long; what is due comes in a moment. */
export function untilText(instant: string, now: number): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  return seconds < 60 ? 'in a moment' : apart(seconds);
}

function apart(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 3600) return relative(Math.trunc(seconds / 60), 'minute');
  if (size < 172_800) return relative(Math.trunc(seconds / 3600), 'hour');
  return relative(Math.trunc(seconds / 86_400), 'day');
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
