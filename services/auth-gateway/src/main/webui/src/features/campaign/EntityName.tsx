import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Entity } from '@/api/answers';
import { Icon } from '@/components/Icon';
import { PlatformMark, platformName } from '@/components/Platform';
import { type ChipTone, StatusChip } from '@/components/StatusChip';
import { reasonText } from '@/features/dashboard/metrics';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { isZero } from '@/lib/decimal';
import { money } from '@/lib/format';
import { kindText, opens } from './columns';

const TONES: Record<string, ChipTone> = {
  active: 'good',
  learning: 'good',
  limited: 'warn',
  pending: 'warn',
  paused: 'quiet',
  ended: 'quiet',
  removed: 'quiet',
};

/** What an entity is called, how it does, and the way to its parts. */
export function EntityName({ entity, parent }: { entity: Entity; parent: string | undefined }) {
  const workspace = useWorkspaceId();
  const name = entity.name ?? entity.external_id;
  const rest = entity.not_broken_down?.spend ?? null;
  return (
    <div className="flex min-w-0 items-start gap-2">
      {entity.kind === 'ad' && <Thumbnail url={entity.thumbnail_url ?? null} />}
      <div className="min-w-0">
        <div className="flex items-baseline gap-1.5">
          <PlatformMark platform={entity.platform} />
          {opens(entity) ? (
            <Link
              to="/w/$workspace/campaigns"
              params={{ workspace }}
              search={(before) => ({
                ...before,
                parent: entity.entity_id,
                via: entity.kind === 'campaign' ? undefined : parent,
                q: undefined,
                status: undefined,
              })}
              className="link font-medium [overflow-wrap:anywhere]"
            >
              {name}
            </Link>
          ) : (
            <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
          )}
        </div>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-quiet">
          <span>
            {platformName(entity.platform)} {kindText(entity).toLowerCase()}
            {entity.creative_type ? `, ${entity.creative_type.replaceAll('_', ' ').toLowerCase()}` : ''}
          </span>
          {entity.status && (
            <span title={entity.platform_status ? `The platform says ${entity.platform_status}` : undefined}>
              <StatusChip tone={TONES[entity.status] ?? 'quiet'}>{entity.status}</StatusChip>
            </span>
          )}
          {entity.reason && <span>No figures: {reasonText(entity.reason)}</span>}
          {rest !== null && !isZero(rest) && <span>{money(rest, entity.currency)} not broken down</span>}
        </div>
      </div>
    </div>
  );
}

/** An ad's picture; a drawing where there is none or it can't be loaded. */
function Thumbnail({ url }: { url: string | null }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className="grid size-12 shrink-0 place-items-center overflow-hidden rounded border border-line bg-ground text-quiet">
      {url && !broken ? (
        <img
          src={url}
          alt=""
          width="48"
          height="48"
          loading="lazy"
          referrerPolicy="no-referrer"
          className="size-12 object-cover"
          onError={() => setBroken(true)}
        />
      ) : (
        <Icon name="image" />
      )}
    </span>
  );
}
