import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import type { Workspace } from '@/api/answers';
import { Trouble } from '@/components/Trouble';
import { useTitle } from '@/lib/hooks';
import { createWorkspace, type Draft, firstSteps, workspacesQuery } from './workspaces';

const CURRENCIES = Intl.supportedValuesOf('currency');
const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const names = new Intl.DisplayNames(undefined, { type: 'currency' });

function currencyHere(): string {
  if (HERE.startsWith('Europe/London')) return 'GBP';
  return HERE.startsWith('Europe/') ? 'EUR' : 'USD';
}

/** The first step: a name, and what amounts and days are told in. */
export function NewWorkspace() {
  useTitle('New workspace');
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useKey();
  const create = useMutation({
    mutationFn: createWorkspace,
    onSuccess: async (workspace) => {
      firstSteps.begin(workspace.id);
      // nobody looks at the list now, so it isn't asked for again before the next page needs it
      client.setQueryData(
        workspacesQuery.queryKey,
        (known) => known && { ...known, items: [...known.items.filter(isOther(workspace)), workspace] },
      );
      await client.invalidateQueries({ queryKey: workspacesQuery.queryKey });
      await navigate({ to: '/w/$workspace/start', params: { workspace: workspace.id } });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const draft = {
      name: String(form.get('name')).trim(),
      currency: String(form.get('currency')),
      zone: String(form.get('zone')),
    };
    create.mutate({ draft, key: keyOf(draft) });
  };
  return (
    <div className="mx-auto max-w-xl">
      <p className="text-sm text-quiet">Step 1 of 4</p>
      <h1>Name your workspace</h1>
      <p className="mt-1 text-quiet">
        It holds the ad accounts of one business, and the people who work on them.
      </p>
      <form onSubmit={submit} className="card mt-4 grid grid-cols-1 gap-4">
        <label className="grid grid-cols-1 gap-1 text-sm font-medium">
          Name
          <input
            name="name"
            className="field text-base"
            required
            pattern=".*\S.*"
            maxLength={100}
            autoComplete="organization"
          />
        </label>
        <label className="grid grid-cols-1 gap-1 text-sm font-medium">
          Currency
          <select name="currency" className="field text-base" defaultValue={currencyHere()}>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {code} · {names.of(code)}
              </option>
            ))}
          </select>
          <span className="font-normal text-quiet">What the totals of this workspace are told in.</span>
        </label>
        <label className="grid grid-cols-1 gap-1 text-sm font-medium">
          Time zone
          <select name="zone" className="field text-base" defaultValue={HERE}>
            {ZONES.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
          <span className="font-normal text-quiet">Where “today” begins and ends.</span>
        </label>
        {create.error && <Trouble thrown={create.error} />}
        <button type="submit" className="button button-main justify-self-start" disabled={create.isPending}>
          {create.isPending ? 'Creating …' : 'Create workspace'}
        </button>
      </form>
    </div>
  );
}

function isOther(workspace: Workspace) {
  return (one: Workspace) => one.id !== workspace.id;
}

/** The same key for the same draft, so that pressing again after a lost answer makes no second workspace. */
function useKey(): (draft: Draft) => string {
  const last = useRef({ draft: '', key: '' });
  return (draft) => {
    const text = JSON.stringify(draft);
    if (last.current.draft !== text) last.current = { draft: text, key: newKey() };
    return last.current.key;
  };
}

/** Browsers have a randomUUID only where the page came by https, or from the machine itself. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
