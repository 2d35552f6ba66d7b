// Fails the build when what a browser must load first has grown too heavy.
import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const DIST = new URL('../dist/', import.meta.url);
const BUDGETS = { js: 115_000, css: 15_000 };

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));
const entries = Object.values(manifest).filter((chunk) => chunk.isEntry);
if (entries.length === 0) throw new Error('The manifest names no entry.');

/** An entry with everything it imports statically: what is loaded before anything runs. */
function loadedWith(chunk, seen = new Set()) {
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const key of chunk.imports ?? []) loadedWith(manifest[key], seen);
  return seen;
}

const weight = (file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 6 }).length;
const sum = (files) => [...files].reduce((all, file) => all + weight(file), 0);

const scripts = new Set(entries.flatMap((entry) => [...loadedWith(entry)]));
const styles = new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []));
const weights = { js: sum(scripts), css: sum(styles) };

let over = false;
for (const [kind, most] of Object.entries(BUDGETS)) {
  const is = weights[kind];
  over ||= is > most;
  console.log(`entry ${kind}: ${(is / 1000).toFixed(1)} kB gzip of at most ${most / 1000} kB`);
}
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isEntry && chunk.file.endsWith('.js'))
    console.log(`  ${(weight(chunk.file) / 1000).toFixed(1)} kB  ${key}`);
}
// only this script reads the manifest; the gateway need not serve it
rmSync(new URL('.vite/', DIST), { recursive: true });
if (over) {
  console.error('The entry is over its budget. Load what is new lazily, or raise the budget on purpose.');
  process.exit(1);
}
