/** What the fleet says has changed. */
export interface Hint {
  kind: string;
  as_of?: string;
}

/** Which questions a hint is about, by the third part of their keys. */
const ABOUT: Record<string, readonly string[]> = {
  figures: ['dashboard', 'campaigns', 'reconciliation'],
  job: ['jobs', 'connections', 'accounts'],
  connection: ['connections', 'accounts', 'jobs', 'dashboard', 'campaigns', 'reconciliation'],
};

/** The topics a hint touches; null for all of them, where the kind is not known here. */
export function topicsOf(hint: Hint): readonly string[] | null {
  return ABOUT[hint.kind] ?? null;
}

/** Reads a frame; null where it is none of ours. */
export function readHint(frame: unknown): Hint | null {
  if (typeof frame !== 'string') return null;
  try {
    const said: unknown = JSON.parse(frame);
    const kind = typeof said === 'object' && said !== null && 'kind' in said ? said.kind : null;
    return typeof kind === 'string' ? { kind } : null;
  } catch {
    return null;
  }
}

const FIRST_MS = 500;
const MOST_MS = 30_000;

/** How long to wait before the n-th try, spread so that not all pages come back at once. */
export function waitMs(tries: number, random: number): number {
  return Math.round(Math.min(MOST_MS, FIRST_MS * 2 ** tries) * (0.5 + random / 2));
}
