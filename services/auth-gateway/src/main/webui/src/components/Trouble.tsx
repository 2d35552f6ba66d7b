import { Refused } from '@/api/refused';

/** What went wrong, why, and what to do: the API's own words with its trace id. */
export function Trouble({ thrown, retry }: { thrown: unknown; retry?: () => void }) {
  const refused = Refused.from(thrown);
  return (
    <div role="alert" className="card border-l-4 border-l-bad">
      <h2>{refused.title}</h2>
      <p className="mt-1">{refused.detail}</p>
      {refused.errors.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {refused.errors.map((e) => (
            <li key={`${e.field} ${e.reason}`}>
              {e.reason} {e.remedy}
            </li>
          ))}
        </ul>
      )}
      {refused.traceId && (
        <p className="mt-2 text-sm text-quiet">
          If it stays so, tell whoever runs adfleet this trace:{' '}
          <code className="select-all">{refused.traceId}</code>
        </p>
      )}
      {retry && (
        <button type="button" className="button mt-3" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
