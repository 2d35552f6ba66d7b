const NAMES: Record<string, string> = { google: 'Google Ads', meta: 'Meta' };
const FILLS: Record<string, string> = { google: 'fill-google', meta: 'fill-meta' };
const STROKES: Record<string, string> = { google: 'stroke-google', meta: 'stroke-meta' };

export function platformName(platform: string): string {
  return NAMES[platform] ?? platform;
}

export function platformFill(platform: string): string {
  return FILLS[platform] ?? 'fill-other';
}

export function platformStroke(platform: string): string {
  return STROKES[platform] ?? 'stroke-other';
}

/** A platform's colour with its own shape, so that colour is never alone. */
export function PlatformMark({ platform }: { platform: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 10"
      width="10"
      height="10"
      className={`inline shrink-0 ${platformFill(platform)}`}
    >
      {platform === 'google' ? <circle cx="5" cy="5" r="5" /> : <rect width="10" height="10" rx="1.5" />}
    </svg>
  );
}

export function PlatformName({ platform }: { platform: string }) {
  return (
    <span className="whitespace-nowrap">
      <PlatformMark platform={platform} /> {platformName(platform)}
    </span>
  );
}
