import { createFileRoute } from '@tanstack/react-router';
import { ConnectionsPage, type ConnectionsView } from '@/features/connection/ConnectionsPage';
import { textOf } from '@/lib/search';

export const Route = createFileRoute('/w/$workspace/connections')({
  validateSearch: (search: Record<string, unknown>): ConnectionsView => ({
    connection: textOf(search.connection),
    error: textOf(search.error),
  }),
  component: () => <ConnectionsPage view={Route.useSearch()} />,
});
