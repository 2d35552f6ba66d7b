import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Entity } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { type CampaignsView, siblingsQuery, useAllPages } from './campaigns';

/** The entities above what is shown: the campaign, and the ad group where ads are shown. */
export function useAbove(view: CampaignsView): { campaign?: Entity; group?: Entity } {
  return {
    campaign: useSibling(view, undefined, view.via ?? view.parent),
    group: useSibling(view, view.via, view.via && view.parent),
  };
}

/** An entity out of the children of a parent. */
function useSibling(view: CampaignsView, parent: string | undefined, id: string | undefined) {
  const workspace = useWorkspaceId();
  const siblings = useInfiniteQuery({
    ...siblingsQuery(workspace, view, parent),
    enabled: id !== undefined,
  });
  const found = siblings.data?.pages.flatMap((page) => page.items).find((one) => one.entity_id === id);
  useAllPages(siblings, id !== undefined && found === undefined);
  return found;
}

/** Where in the hierarchy the page stands, and the way up. */
export function Trail({ view, campaign, group }: { view: CampaignsView; campaign?: Entity; group?: Entity }) {
  const workspace = useWorkspaceId();
  if (!view.parent) return null;
  const step = (label: string, parent: string | undefined) => (
    <li className="flex min-w-0 items-center gap-1">
      <Link
        to="/w/$workspace/campaigns"
        params={{ workspace }}
        search={(before) => ({ ...before, parent, via: undefined, q: undefined, status: undefined })}
        // it leads away from what is shown, so it is never the page itself
        activeOptions={{ exact: true, explicitUndefined: true }}
        className="link truncate"
      >
        {label}
      </Link>
      <Icon name="right" size={14} className="text-quiet" />
    </li>
  );
  return (
    <nav aria-label="Place in the hierarchy" className="text-sm">
      <ol className="flex items-center gap-1">
        {step('All campaigns', undefined)}
        {view.via && step(campaign?.name ?? 'Campaign', view.via)}
        <li aria-current="page" className="min-w-0 truncate font-medium">
          {(view.via ? group?.name : campaign?.name) ?? 'This entity'}
        </li>
      </ol>
    </nav>
  );
}
