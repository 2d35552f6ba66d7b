import { scaleBand, scaleLinear } from '@visx/scale';
import { Area } from '@visx/shape';
import { type KeyboardEvent, useId, useState } from 'react';
import { platformFill, platformName, platformStroke } from '@/components/Platform';
import { axisText } from '@/lib/dates';
import { useWidth } from '@/lib/hooks';
import { type Bucket, hasGap, indexAt, labelStep, MOST_BARS, reach, type Series, stacked } from './buckets';

const HEIGHT = 260;
const TOP = 10;
const BOTTOM = 26;
const LEFT = 58;
const NARROW = 640;
const LABEL = 88;
const SHORT_LABEL = 56;
const TICKS = 4;

export interface TimeChartProps {
  series: Series;
  /** The bucket that is still running, if one is. */
  open: string | null;
  summary: string;
  axis: (value: number) => string;
  tell: (bucket: Bucket) => string;
}

/**
 * Stacked columns per platform; many of them become areas, with gaps where nothing is known. Arrow keys and
 * the pointer tell each time's figures.
 */
export default function TimeChart({ series, open, summary, axis, tell }: TimeChartProps) {
  const [width, measure] = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const help = useId();
  const { buckets } = series;
  const chosen = at === null ? undefined : buckets[at];
  const plot = Math.max(0, width - LEFT);
  const move = (event: KeyboardEvent) => {
    const last = buckets.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? last + 1) - 1),
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
  };
  return (
    <div>
      <p className="min-h-6 text-sm tabular-nums" data-testid="chart-reading">
        {chosen ? tell(chosen) : <span className="text-quiet">{summary}</span>}
      </p>
      <div
        ref={measure}
        role="slider"
        tabIndex={0}
        aria-label="Time of the chart"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, buckets.length - 1)}
        aria-valuenow={at ?? 0}
        aria-valuetext={chosen ? tell(chosen) : summary}
        aria-describedby={help}
        onKeyDown={move}
        onBlur={() => setAt(null)}
        onPointerLeave={() => setAt(null)}
        onPointerMove={(event) => {
          const x = event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT;
          if (buckets.length > 0 && plot > 0) setAt(indexAt(x, plot, buckets.length));
        }}
        className="h-[260px] w-full touch-pan-y"
      >
        {width > 0 && <Drawing series={series} open={open} axis={axis} width={width} at={at} />}
      </div>
      <p id={help} className="sr-only">
        Use the arrow keys to hear each time’s figures, or show the chart as a table.
      </p>
    </div>
  );
}

interface DrawingProps {
  series: Series;
  open: string | null;
  axis: (value: number) => string;
  width: number;
  at: number | null;
}

function Drawing({ series, open, axis, width, at }: DrawingProps) {
  const hatch = useId();
  const { buckets, platforms } = series;
  const y = scaleLinear<number>({
    domain: reach(series),
    range: [HEIGHT - BOTTOM, TOP],
    nice: TICKS,
  });
  const x = scaleBand<number>({
    domain: buckets.map((_, index) => index),
    range: [LEFT, width],
    padding: buckets.length > 40 ? 0.15 : 0.3,
  });
  const narrow = width < NARROW;
  const step = labelStep(buckets.length, width - LEFT, narrow ? SHORT_LABEL : LABEL);
  const range = [buckets[0]?.start ?? '', buckets.at(-1)?.start ?? ''] as const;
  const spans = buckets.map((bucket) => stacked(bucket.values));
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  return (
    <svg aria-hidden="true" width={width} height={HEIGHT} className="text-xs">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-card" opacity="0" />
          <line x1="0" y1="0" x2="0" y2="6" className="stroke-card" strokeWidth="4" opacity="0.6" />
        </pattern>
      </defs>
      {y.ticks(TICKS).map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={LEFT - 8} y={y(tick)} dy="0.32em" textAnchor="end" className="fill-quiet">
            {axis(tick)}
          </text>
        </g>
      ))}
      {at !== null && (
        <rect
          x={(x(at) ?? 0) - (x.step() - x.bandwidth()) / 2}
          y={TOP}
          width={x.step()}
          height={HEIGHT - BOTTOM - TOP}
          className="fill-tint"
        />
      )}
      {buckets.length > MOST_BARS
        ? platforms.map((platform, part) => (
            <Area
              key={platform}
              data={spans}
              x={(_, index) => middle(index)}
              y0={(span) => y(span[part]?.[0] ?? 0)}
              y1={(span) => y(span[part]?.[1] ?? 0)}
              defined={(_, index) => (buckets[index]?.values[part] ?? null) !== null}
              className={`${platformFill(platform)} ${platformStroke(platform)}`}
            />
          ))
        : buckets.map((bucket, index) => (
            <Column
              key={bucket.start}
              spans={spans[index] ?? []}
              platforms={platforms}
              x={x(index) ?? 0}
              width={x.bandwidth()}
              y={y}
              hatch={bucket.start === open ? hatch : null}
            />
          ))}
      {y.domain()[0] !== 0 && <line x1={LEFT} x2={width} y1={y(0)} y2={y(0)} className="stroke-edge" />}
      {buckets.map(
        (bucket, index) =>
          hasGap(bucket) && (
            <rect
              key={bucket.start}
              x={(x(index) ?? 0) - (x.step() - x.bandwidth()) / 2}
              y={HEIGHT - BOTTOM + 2}
              width={x.step()}
              height={3}
              className="fill-edge"
              data-gap={bucket.start}
            />
          ),
      )}
      {buckets.map(
        (bucket, index) =>
          index % step === 0 && (
            <text
              key={bucket.start}
              x={Math.min(middle(index), width - (narrow ? 22 : 36))}
              y={HEIGHT - 6}
              textAnchor="middle"
              className="fill-quiet"
            >
              {axisText(bucket.start, narrow, range)}
            </text>
          ),
      )}
    </svg>
  );
}

interface ColumnProps {
  spans: readonly [number, number][];
  platforms: string[];
  x: number;
  width: number;
  y: (value: number) => number;
  hatch: string | null;
}

/** The platforms of one time on top of each other; hatched while it is still running. */
function Column({ spans, platforms, x, width, y, hatch }: ColumnProps) {
  const parts = platforms.map((platform, index) => {
    const [from, to] = spans[index] ?? [0, 0];
    const height = Math.abs(y(from) - y(to));
    return { platform, top: Math.min(y(from), y(to)), height: height > 1.5 ? height - 1 : height };
  });
  return (
    <g>
      {parts.map(({ platform, top, height }) => (
        <g key={platform}>
          <rect x={x} y={top} width={width} height={height} className={platformFill(platform)}>
            <title>{platformName(platform)}</title>
          </rect>
          {hatch && <rect x={x} y={top} width={width} height={height} fill={`url(#${hatch})`} />}
        </g>
      ))}
    </g>
  );
}
