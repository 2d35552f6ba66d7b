import { useQuery } from '@tanstack/react-query';
import { PlatformName } from '@/components/Platform';
import { Scroll } from '@/components/Scroll';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { Trouble } from '@/components/Trouble';
import { useWorkspace } from '@/features/workspace/workspaces';
import { agoText, durationText, instantText } from '@/lib/dates';
import { useNow, useTitle } from '@/lib/hooks';
import { fleetQuery } from './fleet';
import { fleetText, serviceWord } from './words';

/** Which services live, and how fresh each platform is. */
export function FleetPage() {
  useTitle('Fleet health');
  const zone = useWorkspace()?.zone;
  const now = useNow(5_000);
  const fleet = useQuery(fleetQuery);
  const old = fleet.isError || fleet.failureCount > 1;
  const down = fleet.data?.services.some((one) => one.state === 'down' || one.state === 'not_ready');
  return (
    <div className="grid grid-cols-1 gap-4">
      <h1>Fleet health</h1>
      {fleet.error && !fleet.data && <Trouble thrown={fleet.error} retry={() => fleet.refetch()} />}
      {fleet.isPending && !fleet.error && <SkeletonRows rows={8} label="Loading the fleet" />}
      {fleet.data && (
        <>
          <p className={down ? 'font-medium text-bad' : 'text-quiet'} data-testid="fleet-summary">
            {old
              ? `The fleet can’t be asked. What stands here was said ${agoText(new Date(fleet.dataUpdatedAt).toISOString(), now)}; it may have changed since.`
              : fleetText(fleet.data.services)}
          </p>
          <Scroll label="Services" className="card overflow-x-auto p-0">
            <table className="table" data-testid="fleet">
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  <th scope="col">State</th>
                  <th scope="col">Last heartbeat</th>
                  <th scope="col">Up since</th>
                  <th scope="col">Version</th>
                  <th scope="col" className="number">
                    Port
                  </th>
                </tr>
              </thead>
              <tbody>
                {fleet.data.services.map((one) => {
                  const [tone, word] = serviceWord(one);
                  return (
                    <tr
                      key={`${one.service} ${one.instance}`}
                      data-service={one.service}
                      data-state={one.state}
                    >
                      <th scope="row" className="font-medium whitespace-nowrap">
                        {one.service}
                        <span className="font-normal text-quiet"> · {one.instance}</span>
                      </th>
                      <td>
                        <StatusChip tone={old ? 'quiet' : tone}>{word}</StatusChip>
                      </td>
                      <td className="whitespace-nowrap">{agoText(one.last_heartbeat, now)}</td>
                      <td className="whitespace-nowrap">{instantText(one.started_at, zone)}</td>
                      <td className="whitespace-nowrap">{one.version}</td>
                      <td className="number">{one.port}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
          <section className="card" aria-labelledby="freshness">
            <h2 id="freshness">Freshness by platform</h2>
            {fleet.data.freshness.length === 0 && (
              <p className="mt-1 text-quiet">No account is connected anywhere yet.</p>
            )}
            <ul className="mt-2 grid gap-2 text-sm">
              {fleet.data.freshness.map((one) => (
                <li
                  key={one.platform}
                  className="flex flex-wrap gap-x-4 gap-y-1"
                  data-testid={`fresh-${one.platform}`}
                >
                  <PlatformName platform={one.platform} />
                  <span>
                    {one.accounts} {one.accounts === 1 ? 'account' : 'accounts'}
                  </span>
                  <span>
                    {one.oldest_age_seconds === null
                      ? 'not every account has been read yet'
                      : `the oldest was read ${durationText(one.oldest_age_seconds)} ago`}
                  </span>
                  <span className="text-quiet">newest: {instantText(one.newest_synced_at, zone)}</span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
