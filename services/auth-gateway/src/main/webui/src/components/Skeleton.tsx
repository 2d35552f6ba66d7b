/** Something of its final size, while it is asked for. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={`skeleton ${className}`} />;
}

/** Rows to come. */
export function SkeletonRows({
  rows,
  label,
  className = 'h-10',
}: {
  rows: number;
  label: string;
  className?: string;
}) {
  return (
    <div role="status" aria-label={label} className="grid gap-2">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows to come have nothing else
        <Skeleton key={row} className={className} />
      ))}
    </div>
  );
}
