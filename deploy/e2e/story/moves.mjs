// How long a figure takes from the platform to a page that is open: `node moves.mjs <rounds>`.
// A round lets two minutes pass on the platforms and asks Google Ads for its newest; the clock runs from
// the moment the sync was accepted, so claiming the job and the platform's own answer are included.
import { chromium } from 'playwright-core';
import { api, CHROME, FLAGS, GATEWAY, jobsEnd, moved, must, SANDBOX, signIn, spend, visible } from './browser.mjs';

const ROUNDS = Number(process.argv[2]);
const PATIENCE_MS = 30_000;

const browser = await chromium.launch({ executablePath: CHROME, args: FLAGS });
try {
  const page = await browser.newPage();
  await page.goto(`${GATEWAY}/`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page);
  const workspace = (await api(page, '/api/workspaces')).items[0].id;
  const connections = (await api(page, `/api/workspaces/${workspace}/connections`)).items;
  const google = connections.find((connection) => connection.platform === 'google');
  must(google !== undefined, 'the demo workspace is connected to Google Ads');
  await page.goto(`${GATEWAY}/w/${workspace}/dashboard`);
  await page.getByTestId('live').and(page.locator('[data-state=live]')).waitFor();
  await page.getByTestId('kpi-spend').first().waitFor();
  const took = [];
  for (let round = 0; round < ROUNDS; round++) {
    await jobsEnd(page, workspace);
    const before = await spend(page);
    const until = await visible();
    await fetch(`${SANDBOX}/control/advance?minutes=2`, { method: 'POST' });
    must(
      (await visible()) > until,
      'every account is at its midnight already, so nothing more can pass today; measure on new data or tomorrow',
    );
    await api(page, `/api/workspaces/${workspace}/connections/${google.id}/sync`, 'POST');
    const accepted = performance.now();
    await moved(page, before, PATIENCE_MS);
    took.push(performance.now() - accepted);
  }
  took.sort((a, b) => a - b);
  const rank = (of100) => took[Math.max(Math.ceil((took.length * of100) / 100), 1) - 1].toFixed(0);
  console.log(`  from an accepted sync to the open page, ${ROUNDS} times: p50 ${rank(50)} ms, p99 ${rank(99)} ms`);
} finally {
  await browser.close();
}
