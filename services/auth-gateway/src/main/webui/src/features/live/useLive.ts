import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ME, WORKSPACE } from '@/app/queries';
import { whenIdle } from '@/lib/idle';
import { Asking } from './asking';
import { topicsOf } from './hints';
import { LiveSocket, type LiveState, liveAddress } from './socket';

const GATHER_MS = 300;

/** Keeps what the page shows of a workspace true, and says how. */
export function useLive(workspace: string): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    let gathered = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const asking = new Asking(client);
    const all = () => asking.again([WORKSPACE, workspace]);
    const tell = () => {
      timer = undefined;
      const topics = gathered;
      gathered = new Set();
      if (topics.has('*')) all();
      else for (const topic of topics) asking.again([WORKSPACE, workspace, topic]);
    };
    const socket = new LiveSocket(liveAddress(workspace, location), {
      state: setState,
      all,
      hint: (hint) => {
        for (const topic of topicsOf(hint) ?? ['*']) gathered.add(topic);
        timer ??= setTimeout(tell, GATHER_MS);
      },
      signedOut: () => client.setQueryData(ME, null),
    });
    const forget = whenIdle(() => socket.start());
    return () => {
      forget();
      clearTimeout(timer);
      socket.stop();
    };
  }, [client, workspace]);
  return state;
}
