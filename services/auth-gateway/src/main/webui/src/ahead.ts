// Runs while the app is still on its way, and imports nothing but an address, so that it waits for nothing.
import tables from './tables?worker&url';

const [, workspace, page] = /^\/w\/([^/]+)\/(\w+)$/.exec(location.pathname) ?? [];

/** Answers the app will ask for in any case: it finds them under way. */
function ask(path: string) {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.href = path;
  document.head.append(link);
}

if (workspace && page === 'dashboard') {
  const base = `/api/workspaces/${workspace}`;
  if (!location.search) ask(`${base}/dashboard/unified?timeframe=last_7_days`);
  ask(`${base}/connections?limit=500`);
}
if (workspace) {
  ask('/api/workspaces?limit=500');
  ask('/api/me');
}

interface Trusting {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(): string },
    ): { createScriptURL(input: string): string };
  };
}

// where a browser lets only trusted addresses become workers, this is the one
const { trustedTypes } = globalThis as Trusting;
const policy = trustedTypes?.createPolicy('adfleet', { createScriptURL: () => tables });
new Worker(policy?.createScriptURL(tables) ?? tables, { type: 'module' });
