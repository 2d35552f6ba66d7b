import { mkdirSync, writeFileSync } from 'node:fs';

const dist = new URL('dist/', import.meta.url);
mkdirSync(new URL('assets/', dist), { recursive: true });
writeFileSync(
  new URL('index.html', dist),
  '<!doctype html><title>adfleet</title><div id="root"></div><script type="module" src="/assets/app-1a2b.js"></script>',
);
writeFileSync(new URL('assets/app-1a2b.js', dist), 'document.title = "adfleet";\n');
