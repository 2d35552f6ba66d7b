import { createFileRoute } from '@tanstack/react-router';
import { DashboardPage } from '@/features/dashboard/DashboardPage';
import { readDashboardView } from '@/features/dashboard/view';

export const Route = createFileRoute('/w/$workspace/dashboard')({
  validateSearch: readDashboardView,
  component: () => <DashboardPage view={Route.useSearch()} />,
});
