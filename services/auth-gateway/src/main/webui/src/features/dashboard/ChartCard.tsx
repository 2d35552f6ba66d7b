import type { ChartPoint, Granularity } from '@/api/answers';
import { later } from '@/components/later';
import { PlatformMark, platformName } from '@/components/Platform';
import { Scroll } from '@/components/Scroll';
import { Skeleton } from '@/components/Skeleton';
import { bucketText, dateText } from '@/lib/dates';
import { type Figure, sum } from '@/lib/decimal';
import { metric as metricText, shortMoney } from '@/lib/format';
import { useNear } from '@/lib/hooks';
import { type Bucket, hasGap, MOST_BARS, type Series, seriesOf } from './buckets';
import { CHART_METRICS, type ChartMetric, metricName } from './metrics';

const WAITING = <Skeleton className="h-[284px]" />;

const TimeChart = later(() => import('./TimeChart'), WAITING);

const GRAIN: Record<Granularity, string> = { quarter_hour: 'quarter of an hour', hour: 'hour', day: 'day' };

export interface ChartCardProps {
  points: readonly ChartPoint[];
  granularity: Granularity;
  from: string | null;
  currency: string | null;
  today: string;
  metric: ChartMetric;
  asTable: boolean;
  choose: (metric: ChartMetric) => void;
  toggle: () => void;
}

/** The course of one metric by platform, as a chart or as a table. */
export function ChartCard(props: ChartCardProps) {
  const { points, granularity, from, currency, today, metric, asTable, choose, toggle } = props;
  const [near, place] = useNear();
  const series = seriesOf(points, metric);
  const unit = CHART_METRICS[metric];
  const write = (figure: Figure) => metricText(metric, unit, figure, currency);
  const label = metricName(metric).label;
  const total = sum(series.buckets.flatMap((bucket) => bucket.values));
  const open =
    granularity === 'day' && series.buckets.length <= MOST_BARS
      ? (series.buckets.find((bucket) => bucket.start === today)?.start ?? null)
      : null;
  const tell = (bucket: Bucket) => {
    const parts = series.platforms.map((one, i) => `${platformName(one)} ${write(bucket.values[i] ?? null)}`);
    const running = bucket.start === open ? ' (so far)' : '';
    const all = series.platforms.length > 1 ? ` · together ${write(sum(bucket.values))}` : '';
    return `${bucketText(bucket.start)}${running}: ${parts.join(' · ')}${all}`;
  };
  return (
    <figure className="card" data-testid="chart">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2>
          {label} by platform <span className="font-normal text-quiet">per {GRAIN[granularity]}</span>
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          <select
            aria-label="Metric of the chart"
            className="field"
            value={metric}
            onChange={(event) => choose(event.target.value as ChartMetric)}
          >
            {Object.keys(CHART_METRICS).map((key) => (
              <option key={key} value={key}>
                {metricName(key).label}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            aria-pressed={asTable}
            onClick={toggle}
            data-testid="chart-as-table"
          >
            {asTable ? 'Show as chart' : 'Show as table'}
          </button>
        </div>
      </figcaption>
      {asTable ? (
        <ChartTable series={series} write={write} label={label} />
      ) : !near ? (
        <div ref={place}>{WAITING}</div>
      ) : (
        <TimeChart
          series={series}
          open={open}
          summary={`${label} in all: ${write(total)}${open ? '. Today is hatched: it is still running.' : ''}`}
          axis={(value) => shortMoney(value, unit === 'money' ? currency : null)}
          tell={tell}
        />
      )}
      <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {series.platforms.map((platform) => (
          <span key={platform} className="inline-flex items-center gap-1.5">
            <PlatformMark platform={platform} /> {platformName(platform)}
          </span>
        ))}
        {!asTable && series.buckets.some(hasGap) && (
          <span className="text-quiet">Marked below the chart: not everything is known.</span>
        )}
        {from && (
          <span className="text-quiet">
            What came before {bucketText(from)} is counted in the first column.
          </span>
        )}
      </div>
    </figure>
  );
}

function ChartTable({
  series,
  write,
  label,
}: {
  series: Series;
  write: (figure: Figure) => string;
  label: string;
}) {
  return (
    <Scroll label={`${label} as a table`} className="max-h-[284px] overflow-auto">
      <table className="table">
        <thead className="sticky top-0 bg-card">
          <tr>
            <th scope="col">When</th>
            {series.platforms.map((platform) => (
              <th key={platform} scope="col" className="number">
                {platformName(platform)}
              </th>
            ))}
            <th scope="col" className="number">
              Together
            </th>
          </tr>
        </thead>
        <tbody>
          {series.buckets.map((bucket) => (
            <tr key={bucket.start}>
              <th scope="row" className="font-normal whitespace-nowrap">
                {bucket.start.includes('T') ? bucketText(bucket.start) : dateText(bucket.start)}
              </th>
              {series.platforms.map((platform, index) => (
                <td key={platform} className="number">
                  {write(bucket.values[index] ?? null)}
                </td>
              ))}
              <td className="number">{write(sum(bucket.values))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
