// What every walk through the app needs: signing in, asking the API as the page does, waiting.

export const { GATEWAY, SANDBOX, CHROME, EMAIL, PASSWORD } = process.env;
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];

const SETTLES_MS = 60_000;

/** Fills in Keycloak's page, which must be open, and waits for the app. */
export async function signIn(page) {
  await page.locator('#username').waitFor();
  must((await page.locator('link[href*="/adfleet/"]').count()) > 0, 'the sign-in page is in our theme');
  await page.locator('#username').fill(EMAIL);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => url.origin === GATEWAY && !url.pathname.startsWith('/auth'));
}

/** The spend the dashboard shows. */
export async function spend(page) {
  return page.getByTestId('kpi-spend').locator('data').first().getAttribute('value');
}

/** Waits until the open dashboard shows another spend. */
export async function moved(page, old, timeout) {
  await page.waitForFunction(
    (before) => document.querySelector('[data-testid=kpi-spend] data')?.value !== before,
    old,
    { timeout, polling: 20 },
  );
}

/** Asks the API as the page's own script does. */
export async function api(page, path, method = 'GET') {
  return page.evaluate(
    async ([address, verb]) => {
      const answer = await fetch(address, { method: verb, headers: { 'X-Adfleet-Request': '1' } });
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
      return answer.json();
    },
    [path, method],
  );
}

/** How far the accounts' todays are visible, in milliseconds; the latest. It stands still at their midnights. */
export async function visible() {
  const { items } = await (await fetch(`${SANDBOX}/control`)).json();
  return Math.max(...items.map((account) => Date.parse(account.visible_until)));
}

export async function jobsEnd(page, workspace) {
  await until(SETTLES_MS, 'all jobs end', async () => {
    const jobs = await api(page, `/api/workspaces/${workspace}/jobs?limit=100`);
    return jobs.items.every((job) => job.state !== 'queued' && job.state !== 'running');
  });
}

export async function until(patience, what, happened) {
  const deadline = Date.now() + patience;
  while (!(await happened())) {
    must(Date.now() < deadline, `waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export function must(holds, what) {
  if (!holds) throw new Error(what);
}
