import type { ReactNode } from 'react';

/** Nothing is here: why, and what to do. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="card py-10 text-center" data-testid="empty">
      <h2>{title}</h2>
      <div className="mx-auto mt-2 max-w-prose text-quiet">{children}</div>
    </div>
  );
}
