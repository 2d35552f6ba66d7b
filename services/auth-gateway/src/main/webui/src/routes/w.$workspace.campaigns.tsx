import { createFileRoute } from '@tanstack/react-router';
import { CampaignsPage } from '@/features/campaign/CampaignsPage';
import { readCampaignsView } from '@/features/campaign/campaigns';

export const Route = createFileRoute('/w/$workspace/campaigns')({
  validateSearch: readCampaignsView,
  component: () => <CampaignsPage view={Route.useSearch()} />,
});
