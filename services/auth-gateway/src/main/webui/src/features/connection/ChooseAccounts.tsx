import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Account } from '@/api/answers';
import { WORKSPACE } from '@/app/queries';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { Trouble } from '@/components/Trouble';
import { useWorkspaceId } from '@/features/workspace/workspaces';
import { accountsQuery, chooseAccounts } from './connections';
import { accountWords } from './words';

/** What a connection reaches, managers with what is below them, and the choice among it. */
export function ChooseAccounts({ connection, done }: { connection: string; done: () => void }) {
  const workspace = useWorkspaceId();
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery(workspace, connection));
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const choose = useMutation({
    mutationFn: (ids: string[]) => chooseAccounts(workspace, connection, ids),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [WORKSPACE, workspace] });
      done();
    },
  });
  if (accounts.error) return <Trouble thrown={accounts.error} retry={() => accounts.refetch()} />;
  if (accounts.isPending) return <SkeletonRows rows={4} label="Loading accounts" />;
  const all = accounts.data.items;
  const choosable = all.filter((account) => !account.manager);
  const chosen =
    ticked ??
    new Set(
      choosable
        .filter((one) => (one.connected ? isReadThrough(connection, one) : choosable.length === 1))
        .map((one) => one.external_id),
    );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate([...chosen]);
  };
  return (
    <form onSubmit={submit} className="grid gap-3" data-testid="choose-accounts">
      <fieldset>
        <legend className="font-medium">Which accounts should be read?</legend>
        <ul className="mt-2 grid gap-1">
          {inTree(all).map(({ account, depth }) => (
            <li key={account.external_id} className={['', 'pl-6', 'pl-12'][Math.min(depth, 2)]}>
              <Choice
                account={account}
                here={isReadThrough(connection, account)}
                ticked={chosen.has(account.external_id)}
                toggle={() => toggle(account.external_id)}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      {choosable.length === 0 && (
        <p>The platform lists no ad account you can read. Ask its owner for access.</p>
      )}
      {choose.error && <Trouble thrown={choose.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button button-main" disabled={chosen.size === 0 || choose.isPending}>
          {choose.isPending
            ? 'Starting …'
            : `Read ${chosen.size} ${chosen.size === 1 ? 'account' : 'accounts'}`}
        </button>
        <span className="text-sm text-quiet">90 days are read now, newest first; then every 15 minutes.</span>
      </div>
    </form>
  );
}

/** Whether it is this connection that reads the account: another one may. */
function isReadThrough(connection: string, account: Account): boolean {
  return account.connected && account.connection_id === connection;
}

interface ChoiceProps {
  account: Account;
  /** Whether it is read through this connection already. */
  here: boolean;
  ticked: boolean;
  toggle: () => void;
}

function Choice({ account, here, ticked, toggle }: ChoiceProps) {
  const [tone, word] = accountWords(account);
  const about = (
    <span className="min-w-0">
      <span className="font-medium [overflow-wrap:anywhere]">{account.name}</span>{' '}
      <span className="text-sm text-quiet">
        {account.external_id}
        {account.currency ? ` · ${account.currency}` : ''} · {account.zone}
        {account.manager ? ' · manages the accounts below' : ''}
        {here ? ' · is read' : ''}
      </span>
      {account.connected && !here && (
        <span className="block text-sm">Is read through another connection; choosing it moves it here.</span>
      )}
      {account.state !== 'active' && (
        <span className="block text-sm">
          <StatusChip tone={tone}>{word}</StatusChip> {account.sentence}
        </span>
      )}
    </span>
  );
  if (account.manager) return <div className="py-1">{about}</div>;
  return (
    <label className="flex items-start gap-2 rounded py-1">
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-accent"
        checked={ticked}
        disabled={here}
        onChange={toggle}
      />
      {about}
    </label>
  );
}

/** Managers first, each with its accounts below. */
export function inTree(accounts: readonly Account[]): { account: Account; depth: number }[] {
  const known = new Set(accounts.map((account) => account.external_id));
  const below = (parent: string | null, depth: number): { account: Account; depth: number }[] =>
    accounts
      .filter((one) => {
        const above = one.parent_external_id;
        return parent === null
          ? above === null || !known.has(above) || above === one.external_id
          : above === parent;
      })
      .flatMap((account) => [
        { account, depth },
        ...(depth < 8 && account.external_id !== parent && account.manager
          ? below(account.external_id, depth + 1)
          : []),
      ]);
  return below(null, 0);
}
