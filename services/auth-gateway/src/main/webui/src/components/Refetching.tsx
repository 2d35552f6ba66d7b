import type { ReactNode } from 'react';

/** What is known stays while something new is asked for, and says so. */
export function Refetching({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <div aria-busy={busy} className={`relative ${busy ? 'opacity-60' : ''}`}>
      {busy && (
        <div className="absolute inset-x-0 -top-2 h-0.5 overflow-hidden">
          <div className="moving h-full w-1/3 bg-accent" />
        </div>
      )}
      {children}
    </div>
  );
}
