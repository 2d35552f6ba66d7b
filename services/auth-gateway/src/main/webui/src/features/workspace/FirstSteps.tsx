import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Job, Missing } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { PlatformMark, platformName } from '@/components/Platform';
import { SkeletonRows } from '@/components/Skeleton';
import { Trouble } from '@/components/Trouble';
import { ChooseAccounts } from '@/features/connection/ChooseAccounts';
import { ConnectButtons } from '@/features/connection/ConnectButtons';
import {
  type ConnectedAccount,
  connectionsQuery,
  useConnectedAccounts,
} from '@/features/connection/connections';
import { callbackSentence } from '@/features/connection/words';
import { boardQuery } from '@/features/dashboard/board';
import { KpiCard } from '@/features/dashboard/KpiCard';
import { SliceBar } from '@/features/job/JobsPage';
import { jobsQuery } from '@/features/job/jobs';
import { jobState } from '@/features/job/words';
import { dateText, plusDays } from '@/lib/dates';
import { useTitle } from '@/lib/hooks';
import { firstSteps, useWorkspace, useWorkspaceId } from './workspaces';

/** What the address says when somebody comes back from a platform in the middle of it. */
export interface StepsView {
  connection?: string;
  error?: string;
}

const PROGRESS_MS = 3_000;

/** From an empty workspace to the first figures: connect, choose, watch. */
export function FirstSteps({ view }: { view: StepsView }) {
  useTitle('First steps');
  const workspace = useWorkspace();
  const id = useWorkspaceId();
  const connections = useQuery(connectionsQuery(id));
  const pending = connections.data?.items.filter((one) => one.state === 'pending') ?? [];
  const active = connections.data?.items.filter((one) => one.state !== 'pending') ?? [];
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-4">
      <h1>Set up {workspace?.name ?? 'your workspace'}</h1>
      {view.error && (
        <p role="alert" className="card border-l-4 border-l-bad p-3" data-testid="callback-error">
          {callbackSentence(view.error)}
        </p>
      )}
      {connections.error && <Trouble thrown={connections.error} retry={() => connections.refetch()} />}
      {connections.isPending && !connections.error && <SkeletonRows rows={4} label="Loading connections" />}
      {connections.data && (
        <ol className="grid gap-4">
          <Step number={2} title="Connect your ad platforms" done={connections.data.items.length > 0}>
            {active.map((one) => (
              <p key={one.id} className="mb-2 inline-flex items-center gap-1.5 pr-4 text-good">
                <Icon name="check" size={16} /> {platformName(one.platform)} is connected
              </p>
            ))}
            <ConnectButtons />
          </Step>
          {pending.length > 0 && (
            <Step number={3} title="Choose the accounts" done={false}>
              <div className="grid gap-6">
                {pending.map((one) => (
                  <div key={one.id}>
                    <p className="mb-1 inline-flex items-center gap-1.5 font-medium">
                      <PlatformMark platform={one.platform} /> {platformName(one.platform)}
                    </p>
                    <ChooseAccounts connection={one.id} done={() => undefined} />
                  </div>
                ))}
              </div>
            </Step>
          )}
          {active.length > 0 && <Reading />}
        </ol>
      )}
    </div>
  );
}

function Step({
  number,
  title,
  done,
  children,
}: {
  number: number;
  title: string;
  done: boolean;
  children: ReactNode;
}) {
  return (
    <li className="card" data-testid={`step-${number}`}>
      <p className="text-sm text-quiet">Step {number} of 4</p>
      <h2 className="mb-2 flex items-center gap-2">
        {title}
        {done && <Icon name="check" size={18} className="text-good" />}
      </h2>
      {children}
    </li>
  );
}

/** How far the history is, newest days first, and the first figures as they come. */
function Reading() {
  const id = useWorkspaceId();
  const accounts = useConnectedAccounts();
  const [open, setOpen] = useState(true);
  const jobs = useInfiniteQuery({ ...jobsQuery(id), refetchInterval: open ? PROGRESS_MS : false });
  const history = useQuery({
    ...boardQuery(id, { timeframe: 'last_90_days' }),
    refetchInterval: open ? PROGRESS_MS : false,
  });
  const week = useQuery({ ...boardQuery(id, {}), refetchInterval: open ? PROGRESS_MS : false });
  const backfills = (jobs.data?.pages[0]?.items ?? []).filter((job) => job.kind === 'backfill');
  const ended =
    backfills.length > 0 && backfills.every((job) => job.state !== 'queued' && job.state !== 'running');
  if (ended && open) setOpen(false);
  const spend = week.data?.kpis.find((kpi) => kpi.key === 'spend');
  const first =
    week.data?.kpis.filter((kpi) => ['spend', 'revenue', 'roas', 'conversions'].includes(kpi.key)) ?? [];
  return (
    <Step
      number={4}
      title={ended ? 'The history is read' : 'Reading the history, newest days first'}
      done={ended}
    >
      <ul className="grid gap-3">
        {accounts.map((account) => (
          <Progress
            key={account.account_id}
            account={account}
            job={backfills.find((job) => job.account_id === account.account_id)}
            missing={history.data?.completeness.missing ?? []}
            start={history.data?.start}
          />
        ))}
      </ul>
      {jobs.error && !jobs.data && <Trouble thrown={jobs.error} retry={() => jobs.refetch()} />}
      {spend && spend.value !== null && (
        <>
          <h3 className="mt-5 mb-2 font-medium">First figures: the last 7 days so far</h3>
          <dl className="grid grid-cols-2 gap-3" data-testid="first-figures">
            {first.map((kpi) => (
              <KpiCard key={kpi.key} kpi={kpi} currency={week.data?.currency ?? null} small />
            ))}
          </dl>
        </>
      )}
      <p className="mt-4 flex flex-wrap items-center gap-3">
        <Link
          to="/w/$workspace/dashboard"
          params={{ workspace: id }}
          className="button button-main"
          onClick={() => firstSteps.end()}
        >
          Open the dashboard
        </Link>
        {!ended && <span className="text-sm text-quiet">Reading goes on by itself; you need not wait.</span>}
      </p>
    </Step>
  );
}

interface ProgressProps {
  account: ConnectedAccount;
  job: Job | undefined;
  missing: readonly Missing[];
  start: string | undefined;
}

function Progress({ account, job, missing, start }: ProgressProps) {
  const back = readBackTo(account.account_id, missing, start);
  return (
    <li className="text-sm" data-testid="backfill" data-account={account.account_id}>
      <span className="inline-flex items-center gap-1.5 font-medium">
        <PlatformMark platform={account.platform} /> {account.name}
      </span>{' '}
      <span className="text-quiet">
        {account.currency} · {account.zone}
      </span>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-3">
        {job ? (
          <>
            <SliceBar job={job} />
            <span>{jobState(job.state)[1].toLowerCase()}</span>
          </>
        ) : (
          <span>{back && back === start ? 'read' : 'waits for its turn'}</span>
        )}
        {back && <span className="text-quiet">campaigns read back to {dateText(back)}</span>}
      </div>
      {job?.sentence && <p>{job.sentence}</p>}
    </li>
  );
}

/** The oldest date from which an account's campaigns are read without a gap up to now. */
export function readBackTo(
  account: string,
  missing: readonly Missing[],
  start: string | undefined,
): string | null {
  if (!start) return null;
  const gaps = missing.filter((one) => one.account_id === account && one.level === 'campaign');
  const newest = gaps.reduce<string | null>(
    (last, one) => (last === null || one.to > last ? one.to : last),
    null,
  );
  return newest === null ? start : plusDays(newest, 1);
}
