import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '@/components/Icon';
import { platformName } from '@/components/Platform';
import { connectionsQuery } from '@/features/connection/connections';
import { wordsOf } from '@/features/connection/words';
import { useWorkspaceId } from '@/features/workspace/workspaces';

/** Connections that somebody must look after. */
export function Attention() {
  const workspace = useWorkspaceId();
  const needy = (useQuery(connectionsQuery(workspace)).data?.items ?? []).filter(
    (one) => one.state !== 'active',
  );
  if (needy.length === 0) return null;
  return (
    <ul className="grid gap-2" data-testid="attention">
      {needy.map((connection) => {
        const { word, sentence } = wordsOf(connection);
        return (
          <li
            key={connection.id}
            className="card flex flex-wrap items-center gap-x-3 gap-y-1 border-l-4 border-l-warn p-3 text-sm"
          >
            <span className="inline-flex items-center gap-1.5 font-medium">
              <Icon name="warning" size={16} className="text-warn" />
              {platformName(connection.platform)}: {word}
            </span>
            <span>{sentence}</span>
            <Link to="/w/$workspace/connections" params={{ workspace }} className="link">
              Open connections
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
