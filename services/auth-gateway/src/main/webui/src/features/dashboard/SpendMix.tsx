import type { SpendShare } from '@/api/answers';
import { PlatformName, platformFill } from '@/components/Platform';
import { pixels } from '@/lib/decimal';
import { money, percent } from '@/lib/format';

/** Which platform took which part of the spend. */
export function SpendMix({ mix, currency }: { mix: readonly SpendShare[]; currency: string | null }) {
  return (
    <section className="card" aria-labelledby="spend-mix" data-testid="spend-mix">
      <h2 id="spend-mix">Spend mix</h2>
      <ul className="mt-3 grid gap-4">
        {mix.map((part) => (
          <li key={part.platform}>
            <div className="flex flex-wrap justify-between gap-x-3 text-sm">
              <PlatformName platform={part.platform} />
              <span className="tabular-nums">
                {money(part.spend, currency)} <span className="text-quiet">{percent(part.share)}</span>
              </span>
            </div>
            <svg
              aria-hidden="true"
              className="mt-1 h-3 w-full"
              preserveAspectRatio="none"
              viewBox="0 0 100 10"
            >
              <rect width="100" height="10" rx="1" className="fill-line" />
              <rect
                width={Math.max(0, pixels(part.share)) * 100}
                height="10"
                rx="1"
                className={platformFill(part.platform)}
              />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
