import { createFileRoute, Navigate } from '@tanstack/react-router';

export const Route = createFileRoute('/w/$workspace/')({
  component: () => <Navigate to="/w/$workspace/dashboard" params={Route.useParams()} replace />,
});
