import { createFileRoute } from '@tanstack/react-router';
import { FirstSteps, type StepsView } from '@/features/workspace/FirstSteps';
import { textOf } from '@/lib/search';

export const Route = createFileRoute('/w/$workspace/start')({
  validateSearch: (search: Record<string, unknown>): StepsView => ({
    connection: textOf(search.connection),
    error: textOf(search.error),
  }),
  component: () => <FirstSteps view={Route.useSearch()} />,
});
