import { createFileRoute } from '@tanstack/react-router';
import { FleetPage } from '@/features/fleet/FleetPage';

export const Route = createFileRoute('/w/$workspace/fleet')({ component: FleetPage });
