// A build installs dependencies once; this installs them again when package.json has moved on since.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const read = (url) => JSON.parse(readFileSync(url, 'utf8'));
const { dependencies, devDependencies } = read(new URL('../package.json', import.meta.url));

const stale = Object.entries({ ...dependencies, ...devDependencies }).filter(([name, wanted]) => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return !existsSync(manifest) || read(manifest).version !== wanted.split('@').at(-1);
});
if (stale.length > 0) {
  console.log(`installing again: ${stale.map(([name]) => name).join(', ')}`);
  const { status } = spawnSync('npm', ['ci'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
