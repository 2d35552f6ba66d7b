import { createFileRoute } from '@tanstack/react-router';
import { JobsPage, type JobsView } from '@/features/job/JobsPage';
import { JOB_STATES } from '@/features/job/jobs';
import { oneOf } from '@/lib/search';

export const Route = createFileRoute('/w/$workspace/jobs')({
  validateSearch: (search: Record<string, unknown>): JobsView => ({ state: oneOf(search.state, JOB_STATES) }),
  component: () => <JobsPage view={Route.useSearch()} />,
});
