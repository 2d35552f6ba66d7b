import type { Kpi } from '@/api/answers';
import { Skeleton } from '@/components/Skeleton';
import { KpiCard } from './KpiCard';

const FIRST = ['spend', 'revenue', 'roas', 'conversions'];
const MORE = ['clicks', 'impressions', 'ctr', 'cpc', 'cpm', 'cpa'];

function pick(kpis: readonly Kpi[], keys: readonly string[]): Kpi[] {
  return keys.flatMap((key) => kpis.find((kpi) => kpi.key === key) ?? []);
}

/** The four figures everything is about, and those that explain them. */
export function KpiGrid({
  kpis,
  currency,
  label,
}: {
  kpis: readonly Kpi[];
  currency: string | null;
  label: string;
}) {
  return (
    <div className="grid gap-3">
      <dl aria-label={label} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {pick(kpis, FIRST).map((kpi) => (
          <KpiCard key={kpi.key} kpi={kpi} currency={currency} />
        ))}
      </dl>
      <dl aria-label={`${label}, more`} className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        {pick(kpis, MORE).map((kpi) => (
          <KpiCard key={kpi.key} kpi={kpi} currency={currency} small />
        ))}
      </dl>
    </div>
  );
}

export function KpiSkeleton() {
  return (
    <div role="status" aria-label="Loading figures" className="grid gap-3">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {FIRST.map((key) => (
          <Skeleton key={key} className="h-[8.75rem]" />
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        {MORE.map((key) => (
          <Skeleton key={key} className="h-[6.25rem]" />
        ))}
      </div>
    </div>
  );
}
