import { Refused } from '@/api/refused';
import { agoText } from '@/lib/dates';
import { useNow } from '@/lib/hooks';
import { useOutdated } from './useOutdated';

/** Says that what is shown may have changed since, why that isn't known, and for how long. */
export function Outdated({ workspace }: { workspace: string }) {
  const query = useOutdated(workspace);
  return (
    <div role="status">
      {query && (
        <Notice
          since={query.state.dataUpdatedAt}
          thrown={query.state.fetchFailureReason ?? query.state.error}
        />
      )}
    </div>
  );
}

function Notice({ since, thrown }: { since: number; thrown: unknown }) {
  const now = useNow(10_000);
  const { status, detail } = Refused.from(thrown);
  return (
    <p className="card mb-4 border-l-4 border-l-warn p-3 text-sm" data-testid="outdated">
      <strong>Not up to date.</strong> What this page shows was last confirmed{' '}
      {agoText(new Date(since).toISOString(), now)}. {detail}
      {status !== 0 && ' The page goes on asking by itself.'}
    </p>
  );
}
