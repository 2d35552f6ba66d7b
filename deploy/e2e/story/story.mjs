// The first path of a newcomer in a real browser: from signing in to figures that move by themselves
// and equal what the platforms say. Run by `make e2e`, which says where everything is:
// GATEWAY, SANDBOX, CHROME, EMAIL, PASSWORD, KEPT (a file between the two halves).
// `node story.mjs begin` walks it, `node story.mjs again` looks once more after a restart.
import { readFileSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { api, CHROME, FLAGS, GATEWAY, jobsEnd, moved, must, SANDBOX, signIn, spend, until, visible } from './browser.mjs';
import { phoneScores } from './lighthouse.mjs';

const { KEPT } = process.env;
const PAGES = ['start', 'dashboard', 'campaigns', 'connections', 'jobs', 'fleet'];
const WIDE = { width: 1360, height: 900 };
const DIALOGS = {
  dashboard: [
    (page) => page.getByRole('combobox', { name: 'Dates' }).selectOption('custom'),
    async (page) => {
      await page.getByTestId('reconciliation').click();
      await page.getByTestId('reconciled-days').waitFor();
    },
  ],
  connections: [(page) => page.getByRole('button', { name: 'Disconnect' }).first().click()],
  fleet: [(page) => page.keyboard.press('?')],
};
const MOVES_WITHIN_MS = 5_000;
const HISTORY_MS = 180_000;
const SETTLES_MS = 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 90;
const COUNTS = ['conversions', 'clicks', 'impressions'];
const MEASURES = ['spend', 'conversion_value', ...COUNTS];

const complaints = [];
const browser = await chromium.launch({ executablePath: CHROME, args: FLAGS });
try {
  await (process.argv[2] === 'again' ? again() : begin());
} finally {
  await browser.close();
}

async function begin() {
  const page = await opened();
  const billed = await currencies();
  await step('signs in through Keycloak, in our theme', async () => {
    await page.goto(`${GATEWAY}/`);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await signIn(page);
  });

  const workspace = await step('creates a workspace', async () => {
    await page.goto(`${GATEWAY}/start`);
    await page.getByRole('textbox', { name: 'Name' }).fill(`Story ${new Date().toISOString()}`);
    await page.locator('select[name=currency]').selectOption([...billed.values()][0][0]);
    await page.locator('select[name=zone]').selectOption('Europe/Berlin');
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await page.waitForURL(/\/w\/[^/]+\/start/);
    return new URL(page.url()).pathname.split('/')[2];
  });

  for (const platform of ['Google Ads', 'Meta']) {
    await step(`connects ${platform} and chooses its accounts`, async () => {
      await page.getByRole('button', { name: `Connect ${platform}` }).click();
      await page.waitForURL((url) => url.origin === SANDBOX);
      await page.locator('form button[type=submit], form input[type=submit]').first().click();
      await page.waitForURL(/\/w\/[^/]+\/start/);
      const choice = page.getByTestId('choose-accounts');
      await choice.waitFor();
      const listed = await choice.innerText();
      for (const currency of billed.get(platform) ?? []) {
        must(listed.includes(currency), `the choice shows the accounts in ${currency}`);
      }
      for (const box of await choice.getByRole('checkbox').all()) {
        if (!(await box.isDisabled())) await box.check();
      }
      await choice.getByRole('button', { name: /^Read \d+ account/ }).click();
      await choice.waitFor({ state: 'detached' });
    });
  }

  await step('watches the history come in', async () => {
    await page.getByTestId('first-figures').waitFor({ timeout: HISTORY_MS });
    await page.getByRole('heading', { name: 'The history is read' }).waitFor({ timeout: HISTORY_MS });
    await page.getByRole('link', { name: 'Open the dashboard' }).click();
    await page.getByTestId('kpi-spend').first().waitFor();
  });

  await step('sees figures move on the open page, without a reload', async () => {
    await page.getByTestId('live').and(page.locator('[data-state=live]')).waitFor();
    await page.evaluate(() => {
      window.untouched = true;
    });
    const before = await spend(page);
    const console_ = await page.context().newPage();
    await console_.goto(`${SANDBOX}/`);
    await letPass(console_);
    await syncAll(page, workspace);
    await jobsEnd(page, workspace);
    const begun = Date.now();
    await moved(page, before, MOVES_WITHIN_MS);
    must(await page.evaluate(() => window.untouched), 'the page was not loaded again');
    console.log(`    moved ${Date.now() - begun} ms after the last job had ended`);
    await console_.close();
  });

  const seen = await step('finds every figure equal to what the platforms say', () =>
    held(async () => {
      await readAll(page, workspace);
      return equalToTruth(page, workspace);
    }),
  );

  await step('sees that it agrees with both platforms', async () => {
    await page.getByTestId('reconciliation').click();
    await page.getByTestId('reconciled-days').waitFor();
    must(
      (await page.getByTestId('reconciliation').innerText()).includes('Google Ads and Meta'),
      'the badge names both',
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.dataset.testid === 'reconciliation');
  });

  await step('meets no barrier on any page, light or dark, wide or narrow', () => noBarrier(page, workspace));
  await step('opens quickly on a phone', async () => {
    const address = `${GATEWAY}/w/${workspace}/dashboard`;
    await page.goto('about:blank'); // nothing else of ours shall run beside it
    const { scores, visits, tooLow } = await phoneScores(address, await page.context().cookies(), {
      executablePath: CHROME,
      args: FLAGS,
    });
    console.log(`    Lighthouse, mobile, the best of ${visits.length} (performance ${visits.join(', ')}):`);
    console.log(`    ${scores.map((score) => score.join(' ')).join(', ')}`);
    must(tooLow.length === 0, tooLow.join(' | '));
  });
  must(complaints.length === 0, `the browser complained: ${complaints.join(' | ')}`);
  writeFileSync(KEPT, JSON.stringify({ workspace, seen }));
}

/** Another hour on the sandbox's page. Where no account has any of its today left, today is restated. */
async function letPass(console_) {
  const before = await visible();
  await console_.getByRole('button', { name: 'Another hour passes' }).click();
  await console_.getByRole('status').filter({ hasText: 'An hour more' }).waitFor();
  if ((await visible()) - before >= MINUTE_MS) return;
  console.log('    every account is at its midnight already: its today is restated instead');
  const rows = await console_.locator('tr[data-restate]').evaluateAll((all) => all.map((row) => row.dataset.restate));
  for (const row of rows.filter(Boolean).map((text) => JSON.parse(text))) {
    const today = new Date(Date.parse(row.date) + DAY_MS).toISOString().slice(0, 10);
    const spend = String(Math.floor(Date.now() / 1000) % 1000);
    const restated = await fetch(`${SANDBOX}/control/restate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...row, date: today, spend }),
    });
    must(restated.ok, `today is restated: ${await restated.text()}`);
  }
}

/** After everything was stopped and started: nothing lost, nothing doubled. */
async function again() {
  const { workspace } = JSON.parse(readFileSync(KEPT, 'utf8'));
  const page = await opened();
  await step('signs in after the restart and finds everything as it was', async () => {
    await page.goto(`${GATEWAY}/w/${workspace}/dashboard`);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await signIn(page);
    await page.goto(`${GATEWAY}/w/${workspace}/dashboard`);
    await page.getByTestId('kpi-spend').first().waitFor();
    await held(async () => {
      await readAll(page, workspace);
      await equalToTruth(page, workspace);
    });
  });
}

async function opened() {
  const context = await browser.newContext({ viewport: WIDE, locale: 'en-US' });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (said) => {
    const where = said.location().url;
    // before signing in the page asks who is there and is told nobody
    const expected = said.text().includes('401') || !where.startsWith(GATEWAY);
    if (said.type() === 'error' && !expected) complaints.push(`${said.text()} ${where}`);
  });
  return page;
}

/** Reads what the platforms say now; a job that was open before may have read what they no longer say. */
async function readAll(page, workspace) {
  await jobsEnd(page, workspace);
  await syncAll(page, workspace);
  await jobsEnd(page, workspace);
}

async function syncAll(page, workspace) {
  const base = `/api/workspaces/${workspace}/connections`;
  for (const connection of (await api(page, base)).items) {
    await api(page, `${base}/${connection.id}/sync`, 'POST');
  }
}

/** The currencies in which the world's accounts are billed, by the platform's name. */
async function currencies() {
  const { at } = await (await fetch(`${SANDBOX}/control`)).json();
  const from = new Date(Date.parse(at) - HISTORY_DAYS * DAY_MS).toISOString().slice(0, 10);
  const truth = await truthOf(from, at.slice(0, 10));
  const names = { google: 'Google Ads', meta: 'Meta' };
  const billed = new Map();
  for (const { platform, currency } of truth) {
    const known = billed.get(names[platform]) ?? [];
    if (!known.includes(currency)) billed.set(names[platform], [...known, currency]);
  }
  return billed;
}

async function truthOf(from, to) {
  return (await (await fetch(`${SANDBOX}/truth/daily?from=${from}&to=${to}`)).json()).items;
}

/** The page's figures and the sums of what the platforms say of the same dates, to the last micro. */
async function equalToTruth(page, workspace) {
  let parts = [];
  let sums = {};
  await until(SETTLES_MS, 'the answer equals the truth', async () => {
    const board = await api(page, `/api/workspaces/${workspace}/dashboard/unified?timeframe=last_7_days`);
    const truth = await truthOf(board.start, board.end);
    // amounts of several currencies stand side by side and are never added; counts are
    parts = board.by_currency ?? [{ currency: board.currency, kpis: board.kpis }];
    sums = Object.fromEntries(
      parts.map(({ currency }) => [currency, summed(truth.filter((day) => day.currency === currency), MEASURES)]),
    );
    return (
      board.completeness.complete &&
      truth.every((day) => day.currency in sums) &&
      parts.every(({ currency, kpis }) => agrees(kpis, sums[currency])) &&
      agrees(board.kpis, summed(truth, board.by_currency ? COUNTS : MEASURES))
    );
  });
  await page.reload();
  await until(SETTLES_MS, 'the page shows the same spend', async () => {
    await page.getByTestId('kpi-spend').first().waitFor();
    const shown = await page
      .locator('[data-testid=kpi-spend] dd > data')
      .evaluateAll((all) => all.map((data) => data.value));
    return String(shown.map(micros)) === String(parts.map(({ currency }) => sums[currency].spend));
  });
  return Object.fromEntries(
    parts.map(({ currency }) => [
      currency,
      Object.fromEntries(MEASURES.map((key) => [key, String(sums[currency][key])])),
    ]),
  );
}

function summed(days, keys) {
  return Object.fromEntries(keys.map((key) => [key, days.reduce((sum, day) => sum + micros(day[key]), 0n)]));
}

function agrees(kpis, sums) {
  return Object.keys(sums).every((key) => {
    const kpi = kpis.find((one) => one.key === key);
    return kpi?.value != null && micros(kpi.value) === sums[key];
  });
}

/** A decimal text in millionths. */
function micros(text) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(String(text ?? 0));
  const value = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'));
  return sign ? -value : value;
}

/** Keeps the platforms from going on while something is compared. */
async function held(work) {
  await fetch(`${SANDBOX}/control/hold`, { method: 'POST' });
  try {
    return await work();
  } finally {
    await fetch(`${SANDBOX}/control/release`, { method: 'POST' });
  }
}

/** Every page, and each dialog that opens without doing anything. */
async function noBarrier(page, workspace) {
  const visitor = await opened();
  await visitor.goto(`${GATEWAY}/`);
  await isOpenToAll(visitor, 'landing');
  await visitor.context().close();
  await page.goto(`${GATEWAY}/start`);
  await isOpenToAll(page, 'new workspace');
  for (const name of PAGES) {
    await page.goto(`${GATEWAY}/w/${workspace}/${name}`);
    await isOpenToAll(page, name);
    for (const open of DIALOGS[name] ?? []) {
      await open(page);
      await page.getByRole('dialog').waitFor();
      await isOpenToAll(page, `a dialog of ${name}`, 'dialog');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    if (name === 'campaigns') {
      await page.getByTestId('campaigns').getByRole('link').first().press('Enter');
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      await isOpenToAll(page, 'inside a campaign');
    }
  }
}

/** What is shown, on a phone and on a wide screen, in both themes. */
async function isOpenToAll(page, name, part) {
  await page.getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (const width of [360, WIDE.width]) {
    await page.setViewportSize({ ...WIDE, width });
    // as high as the page, so that nothing of it is behind the bar of a phone
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const axe = new AxeBuilder({ page });
      if (part) axe.include(part);
      const { violations } = await axe
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      must(
        violations.length === 0,
        `${name}, ${colorScheme}, ${width} px: ${violations.map((v) => `${v.id} ${v.nodes[0]?.target}`).join(', ')}`,
      );
    }
  }
  await page.setViewportSize(WIDE);
}

async function step(what, work) {
  const begun = Date.now();
  try {
    const result = await work();
    console.log(`  ok   ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    console.log(`  FAIL ${what}`);
    throw error;
  }
}
