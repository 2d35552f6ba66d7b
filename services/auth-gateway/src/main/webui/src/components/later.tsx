import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

/**
 * A part that is loaded when it is first shown. Where that fails the page around it stays, and it can be
 * tried again: React keeps what a lazy part failed with, so each try has one of its own.
 */
export function later<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  waiting: ReactNode = null,
) {
  let Part = lazy(load);
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, as its module starts
  return function Later(props: P) {
    const [tries, setTries] = useState(0);
    return (
      <Boundary
        key={tries}
        failed={() => {
          Part = lazy(load);
        }}
        again={() => setTries(tries + 1)}
      >
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

interface BoundaryProps {
  failed: () => void;
  again: () => void;
  children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    this.props.failed();
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-sm">
        This part of the page can’t be shown. Check your connection, then try again.
        <button type="button" className="button" onClick={this.props.again}>
          Try again
        </button>
      </p>
    );
  }
}
