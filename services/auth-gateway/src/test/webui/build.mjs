import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const dist = new URL('dist/', import.meta.url);
mkdirSync(new URL('assets/', dist), { recursive: true });
writeFileSync(
  new URL('index.html', dist),
  '<!doctype html><title>adfleet</title><div id="root"></div><script type="module" src="/assets/app-1a2b.js"></script>',
);
const script = 'document.title = "adfleet";\n';
writeFileSync(new URL('assets/app-1a2b.js', dist), script);
writeFileSync(new URL('assets/app-1a2b.js.br', dist), brotliCompressSync(script));
