import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, Connection } from '@/api/answers';
import { WORKSPACE } from '@/app/queries';
import { Dialog } from '@/components/Dialog';
import { PlatformMark, platformName } from '@/components/Platform';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { Trouble } from '@/components/Trouble';
import { useMay, useWorkspace, useWorkspaceId } from '@/features/workspace/workspaces';
import { agoText, instantText, untilText } from '@/lib/dates';
import { useNow } from '@/lib/hooks';
import { ChooseAccounts } from './ChooseAccounts';
import { accountsQuery, authorize, disconnect, syncNow } from './connections';
import { accountWords, wordsOf } from './words';

/** One connection: how it does, what to do, and the accounts it reads. */
export function ConnectionCard({ connection, choosing }: { connection: Connection; choosing: boolean }) {
  const workspace = useWorkspaceId();
  const zone = useWorkspace()?.zone;
  const now = useNow();
  const mayChange = useMay('admin');
  const [choose, setChoose] = useState(choosing);
  const { tone, word, sentence } = wordsOf(connection);
  const accounts = useQuery(accountsQuery(workspace, connection.id));
  const read =
    accounts.data?.items.filter((one) => one.connected && one.connection_id === connection.id) ?? [];
  const open = choose || (connection.state === 'pending' && mayChange);
  return (
    <li
      className="card"
      data-testid="connection"
      data-state={connection.state}
      data-platform={connection.platform}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex items-center gap-2">
            <PlatformMark platform={connection.platform} />
            {platformName(connection.platform)}
          </h2>
          <p className="mt-1">
            <StatusChip tone={tone}>{word}</StatusChip>
          </p>
          <p className="mt-1 max-w-prose text-sm">{sentence}</p>
        </div>
        <Actions connection={connection} choose={() => setChoose(!choose)} choosing={open} />
      </div>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Moment label="Last read" at={connection.last_sync} zone={zone} otherwise="not yet">
          {(at) => agoText(at, now)}
        </Moment>
        <Moment label="Next read" at={connection.next_sync} zone={zone} otherwise="waits for you">
          {(at) => untilText(at, now)}
        </Moment>
        <div>
          <dt className="text-quiet">Authorized by</dt>
          <dd className="[overflow-wrap:anywhere]">{connection.person ?? 'somebody who left'}</dd>
        </div>
      </dl>
      <div className="mt-4 border-t border-line pt-3">
        {open ? (
          <ChooseAccounts connection={connection.id} done={() => setChoose(false)} />
        ) : accounts.error ? (
          <Trouble thrown={accounts.error} retry={() => accounts.refetch()} />
        ) : accounts.isPending ? (
          <SkeletonRows
            rows={Math.max(1, connection.accounts)}
            label="Loading accounts"
            className="h-[4.5rem] md:h-5.5"
          />
        ) : (
          <AccountList accounts={read} zone={zone} />
        )}
      </div>
    </li>
  );
}

interface MomentProps {
  label: string;
  at: string | null;
  zone: string | undefined;
  otherwise: string;
  children: (at: string) => string;
}

function Moment({ label, at, zone, otherwise, children }: MomentProps) {
  return (
    <div>
      <dt className="text-quiet">{label}</dt>
      <dd>
        {at ? (
          <>
            <time dateTime={at}>{instantText(at, zone)}</time> ({children(at)})
          </>
        ) : (
          otherwise
        )}
      </dd>
    </div>
  );
}

function AccountList({ accounts, zone }: { accounts: readonly Account[]; zone: string | undefined }) {
  if (accounts.length === 0)
    return <p className="text-sm text-quiet">No account is read through this connection.</p>;
  return (
    <ul className="grid gap-2 text-sm">
      {accounts.map((account) => {
        const [tone, word] = accountWords(account);
        return (
          <li key={account.account_id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <span className="font-medium [overflow-wrap:anywhere]">{account.name}</span>
            <span className="text-quiet">
              {account.external_id} · {account.currency} · {account.zone}
            </span>
            <StatusChip tone={tone}>{word}</StatusChip>
            <span className="text-quiet">last read {instantText(account.last_sync, zone)}</span>
            {account.sentence && <span className="w-full">{account.sentence}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Actions({
  connection,
  choose,
  choosing,
}: {
  connection: Connection;
  choose: () => void;
  choosing: boolean;
}) {
  const workspace = useWorkspaceId();
  const client = useQueryClient();
  const mayChange = useMay('admin');
  const maySync = useMay('analyst');
  const [leaving, setLeaving] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: [WORKSPACE, workspace] });
  const sync = useMutation({ mutationFn: () => syncNow(workspace, connection.id), onSuccess: refresh });
  const renew = useMutation({ mutationFn: () => authorize(workspace, connection.platform) });
  const readable = connection.state === 'active' || connection.state === 'rate_limited';
  return (
    <div className="grid justify-items-start gap-2">
      <div className="flex flex-wrap gap-2">
        {maySync && readable && (
          <button type="button" className="button" disabled={sync.isPending} onClick={() => sync.mutate()}>
            {sync.isPending ? 'Asking …' : 'Sync now'}
          </button>
        )}
        {mayChange && readable && (
          <button type="button" className="button" aria-expanded={choosing} onClick={choose}>
            {choosing ? 'Close the choice' : 'Choose accounts'}
          </button>
        )}
        {mayChange && (
          <button
            type="button"
            className={`button ${connection.state === 'needs_reauth' ? 'button-main' : ''}`}
            disabled={renew.isPending}
            onClick={() => renew.mutate()}
          >
            Authorize again
          </button>
        )}
        {mayChange && (
          <button type="button" className="button button-bad" onClick={() => setLeaving(true)}>
            Disconnect
          </button>
        )}
      </div>
      {sync.isSuccess && (
        <p role="status" className="text-sm text-quiet">
          Asked. The figures move as soon as they are read.
        </p>
      )}
      {sync.error && <Trouble thrown={sync.error} />}
      {renew.error && <Trouble thrown={renew.error} />}
      {leaving && <Leave connection={connection} close={() => setLeaving(false)} done={refresh} />}
    </div>
  );
}

function Leave({ connection, close, done }: { connection: Connection; close: () => void; done: () => void }) {
  const workspace = useWorkspaceId();
  const leave = useMutation({
    mutationFn: () => disconnect(workspace, connection.id),
    onSuccess: () => {
      close();
      done();
    },
  });
  const platform = platformName(connection.platform);
  return (
    <Dialog title={`Disconnect ${platform}?`} close={close}>
      <p>
        adfleet gives the access back to {platform} and forgets it. Its accounts are no longer read and leave
        every page; connecting again brings them back.
      </p>
      {leave.error && <Trouble thrown={leave.error} />}
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <button type="button" className="button" onClick={close}>
          Keep it
        </button>
        <button
          type="button"
          className="button button-bad"
          disabled={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {leave.isPending ? 'Disconnecting …' : 'Disconnect'}
        </button>
      </div>
    </Dialog>
  );
}
