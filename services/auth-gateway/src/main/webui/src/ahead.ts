// Runs while the app is still on its way, and imports nothing so that it waits for nothing.

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

// what writes figures and dates loads the tables of all languages at its first use: one after the other, while
// the app comes
for (const load of [
  () => new Intl.NumberFormat().format(0),
  () => new Intl.DateTimeFormat().format(0),
  () => new Intl.RelativeTimeFormat().format(0, 'day'),
  () => new Intl.ListFormat().format([]),
]) {
  setTimeout(load);
}

export {};
