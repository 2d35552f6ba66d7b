// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { Refused } from '@/api/refused';
import { newQueryClient, WORKSPACE } from './queries';
import { outdatedQuery } from './useOutdated';

const AWAY = new Refused(409, 'Away', 'A part is away.');

function asking(workspace: string) {
  const client = newQueryClient();
  let answers = true;
  const observer = new QueryObserver(client, {
    queryKey: [WORKSPACE, workspace, 'dashboard'],
    queryFn: () => (answers ? Promise.resolve(1) : Promise.reject(AWAY)),
    retry: false,
  });
  const leave = observer.subscribe(() => {});
  return {
    cache: client.getQueryCache(),
    ask: () => observer.refetch(),
    leave,
    break: () => {
      answers = false;
    },
    mend: () => {
      answers = true;
    },
  };
}

describe('what is shown', () => {
  it('is outdated while it can’t be asked for again', async () => {
    const asked = asking('w');
    await asked.ask();
    expect(outdatedQuery(asked.cache, 'w')).toBeNull();
    asked.break();
    await asked.ask();
    expect(outdatedQuery(asked.cache, 'w')?.state.error).toBe(AWAY);
    expect(outdatedQuery(asked.cache, 'another')).toBeNull();
    asked.mend();
    await asked.ask();
    expect(outdatedQuery(asked.cache, 'w')).toBeNull();
    asked.leave();
  });

  it('is not outdated where nothing was shown, or nobody looks any more', async () => {
    const asked = asking('w');
    asked.break();
    await asked.ask();
    expect(outdatedQuery(asked.cache, 'w')).toBeNull();
    asked.mend();
    await asked.ask();
    asked.break();
    await asked.ask();
    asked.leave();
    expect(outdatedQuery(asked.cache, 'w')).toBeNull();
  });
});
