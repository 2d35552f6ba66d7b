// Lays a compressed twin beside every asset, for the gateway to give as it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const ASSETS = new URL('../dist/assets/', import.meta.url);

let [whole, small] = [0, 0];
for (const name of readdirSync(ASSETS)) {
  const content = readFileSync(new URL(name, ASSETS));
  const compressed = brotliCompressSync(content);
  writeFileSync(new URL(`${name}.br`, ASSETS), compressed);
  whole += content.length;
  small += compressed.length;
}
console.log(`assets: ${(whole / 1000).toFixed(1)} kB, ${(small / 1000).toFixed(1)} kB compressed`);
