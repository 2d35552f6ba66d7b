import type { Kpi } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { signOf } from '@/lib/decimal';
import { change, metric, type Tone, toneOf } from '@/lib/format';
import { sparkPath } from './buckets';
import { metricName, reasonText } from './metrics';

const TONES: Record<Tone, string> = { good: 'text-good', bad: 'text-bad', neutral: 'text-quiet' };
const WIDTH = 120;
const HEIGHT = 28;

/** A figure, what it was before, and how it went. */
export function KpiCard({
  kpi,
  currency,
  small = false,
}: {
  kpi: Kpi;
  currency: string | null;
  small?: boolean;
}) {
  const { label, meaning } = metricName(kpi.key);
  return (
    <div className="card flex min-w-0 flex-col p-3 sm:p-4" data-testid={`kpi-${kpi.key}`}>
      <dt className="text-sm text-quiet" title={meaning}>
        {label}
      </dt>
      <dd className="mt-0.5 flex flex-1 flex-col">
        <data
          value={kpi.value === null ? '' : String(kpi.value)}
          className={`font-semibold tabular-nums [overflow-wrap:anywhere] ${small ? 'text-lg' : 'text-base min-[400px]:text-xl sm:text-2xl'}`}
        >
          {metric(kpi.key, kpi.unit, kpi.value, currency)}
        </data>
        <Comparison kpi={kpi} currency={currency} />
        {!small && <Sparkline kpi={kpi} />}
      </dd>
    </div>
  );
}

function Comparison({ kpi, currency }: { kpi: Kpi; currency: string | null }) {
  if (kpi.value === null && kpi.reason) {
    return <span className="text-sm text-quiet">{reasonText(kpi.reason)}</span>;
  }
  if (kpi.delta === null) {
    return (
      <span className="text-sm text-quiet">
        {kpi.reason ? `no comparison: ${reasonText(kpi.reason)}` : ''}
      </span>
    );
  }
  const sign = signOf(kpi.delta);
  return (
    <span className="text-sm text-quiet">
      <span className={`font-medium ${TONES[toneOf(kpi.key, kpi.delta)]}`}>
        {sign !== 0 && <Icon name={sign > 0 ? 'up' : 'down'} size={14} className="mr-0.5" />}
        {change(kpi.delta)}
      </span>{' '}
      <span className="whitespace-nowrap">
        from <data value={String(kpi.previous)}>{metric(kpi.key, kpi.unit, kpi.previous, currency)}</data>
      </span>
    </span>
  );
}

function Sparkline({ kpi }: { kpi: Kpi }) {
  const path = sparkPath(kpi.sparkline, WIDTH, HEIGHT);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
      preserveAspectRatio="none"
      className="mt-auto h-9 w-full pt-2 text-accent"
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
