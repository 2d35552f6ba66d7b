import { useMutation } from '@tanstack/react-query';
import { PlatformMark, platformName } from '@/components/Platform';
import { Trouble } from '@/components/Trouble';
import { PLATFORMS } from '@/features/range/range';
import { useMay, useWorkspaceId } from '@/features/workspace/workspaces';
import { authorize } from './connections';

/** Where connecting a platform starts. */
export function ConnectButtons() {
  const workspace = useWorkspaceId();
  const may = useMay('admin');
  const connect = useMutation({ mutationFn: (platform: string) => authorize(workspace, platform) });
  if (!may)
    return <p className="text-sm text-quiet">An admin or owner of this workspace can connect accounts.</p>;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {PLATFORMS.map((platform) => (
          <button
            key={platform}
            type="button"
            className="button"
            disabled={connect.isPending}
            onClick={() => connect.mutate(platform)}
          >
            <PlatformMark platform={platform} />
            Connect {platformName(platform)}
          </button>
        ))}
      </div>
      <p className="text-sm text-quiet">
        The platform asks whether adfleet may read your campaigns and figures. adfleet changes nothing there.
      </p>
      {connect.error && <Trouble thrown={connect.error} />}
    </div>
  );
}
