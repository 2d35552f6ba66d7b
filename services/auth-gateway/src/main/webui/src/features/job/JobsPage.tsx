import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Job, JobState } from '@/api/answers';
import { Empty } from '@/components/Empty';
import { PlatformMark } from '@/components/Platform';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { Trouble } from '@/components/Trouble';
import { type ConnectedAccount, useConnectedAccounts } from '@/features/connection/connections';
import { useWorkspace, useWorkspaceId } from '@/features/workspace/workspaces';
import { durationText, instantText } from '@/lib/dates';
import { useTitle } from '@/lib/hooks';
import { JOB_STATES, jobsQuery } from './jobs';
import { jobKind, jobState, slicesText } from './words';

/** What the address of the jobs page says. */
export interface JobsView {
  state?: JobState;
}

/** What has been read, what is being read, and what went wrong. */
export function JobsPage({ view }: { view: JobsView }) {
  useTitle('Jobs');
  const workspace = useWorkspaceId();
  const zone = useWorkspace()?.zone;
  const navigate = useNavigate({ from: '/w/$workspace/jobs' });
  const jobs = useInfiniteQuery(jobsQuery(workspace, view.state));
  const accounts = useConnectedAccounts();
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>Jobs</h1>
        <select
          aria-label="State"
          className="field"
          value={view.state ?? ''}
          onChange={(event) =>
            navigate({ to: '.', search: { state: JOB_STATES.find((one) => one === event.target.value) } })
          }
        >
          <option value="">Every state</option>
          {JOB_STATES.map((state) => (
            <option key={state} value={state}>
              {jobState(state)[1]}
            </option>
          ))}
        </select>
      </div>
      {jobs.error && <Trouble thrown={jobs.error} retry={() => jobs.refetch()} />}
      {jobs.isPending && !jobs.error && <SkeletonRows rows={8} label="Loading jobs" />}
      {jobs.data && items.length === 0 && (
        <Empty title={view.state ? 'No job is in this state' : 'No job has run yet'}>
          <p>
            {view.state
              ? 'Choose another state to see more.'
              : 'Jobs begin as soon as an account is connected.'}
          </p>
        </Empty>
      )}
      {items.length > 0 && (
        <ul className="grid grid-cols-1 gap-2" data-testid="jobs">
          {items.map((job) => (
            <JobRow
              key={job.id}
              job={job}
              account={accounts.find((one) => one.account_id === job.account_id)}
              zone={zone}
            />
          ))}
        </ul>
      )}
      {jobs.hasNextPage && (
        <button
          type="button"
          className="button justify-self-start"
          disabled={jobs.isFetchingNextPage}
          onClick={() => jobs.fetchNextPage()}
        >
          {jobs.isFetchingNextPage ? 'Loading …' : 'Show earlier jobs'}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  job: Job;
  account: ConnectedAccount | undefined;
  zone: string | undefined;
}

function JobRow({ job, account, zone }: RowProps) {
  const [tone, word] = jobState(job.state);
  return (
    <li className="card p-3 text-sm" data-testid="job" data-state={job.state} data-kind={job.kind}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="w-full truncate font-medium sm:w-60" title={account?.name}>
          {account && <PlatformMark platform={account.platform} />}{' '}
          {account?.name ?? `Account ${job.account_id.slice(0, 8)}`}
        </span>
        <span>{jobKind(job.kind)}</span>
        <StatusChip tone={tone}>{word}</StatusChip>
        <SliceBar job={job} />
        <span className="text-quiet">
          {job.started_at
            ? `began ${instantText(job.started_at, zone)}`
            : `queued ${instantText(job.queued_at, zone)}`}
          {job.started_at && job.finished_at && `, took ${took(job.started_at, job.finished_at)}`}
        </span>
      </div>
      {job.sentence && <p className="mt-1">{job.sentence}</p>}
      {job.retry_at && (
        <p className="mt-1 text-quiet">Goes on by itself at {instantText(job.retry_at, zone)}.</p>
      )}
      {job.errors.length > 0 && (
        <details className="mt-1">
          <summary className="link w-fit">
            Error log ({job.errors.length} {job.errors.length === 1 ? 'entry' : 'entries'})
          </summary>
          <ol className="mt-2 grid gap-1">
            {job.errors.map((error) => (
              <li key={`${error.at} ${error.slice} ${error.sentence}`} className="[overflow-wrap:anywhere]">
                <time dateTime={error.at} className="text-quiet">
                  {instantText(error.at, zone)}
                </time>{' '}
                <span className="font-medium">{error.kind.replaceAll('_', ' ')}</span> {error.sentence}
                {error.slice && <code className="block text-xs text-quiet">{error.slice}</code>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** How far a job is, as a bar with its words. */
export function SliceBar({ job }: { job: Pick<Job, 'slices'> }) {
  const { done, of } = job.slices;
  return (
    <span className="inline-flex items-center gap-2">
      <progress className="bar h-2 w-24" aria-label="Slices read" max={Math.max(1, of)} value={done} />
      <span className="tabular-nums">{slicesText(job)}</span>
    </span>
  );
}

function took(from: string, to: string): string {
  return durationText(Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000)));
}
