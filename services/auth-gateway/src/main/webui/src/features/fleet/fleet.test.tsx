// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { opened } from '@/testing/page';

const AWAY = { title: 'Away', detail: 'connections is away.' };
const UP = {
  service: 'copilot',
  instance: '1',
  version: '1',
  port: 8088,
  state: 'up',
  started_at: '2026-11-30T00:00:00Z',
  last_heartbeat: '2026-11-30T00:01:00Z',
  age_seconds: 1,
};

it('the fleet page says when it can’t ask any more', async () => {
  let away = false;
  const page = await opened('/w/one/fleet', {
    '/api/fleet': () => (away ? Response.json(AWAY, { status: 409 }) : { services: [UP], freshness: [] }),
  });
  const summary = () => page.place.querySelector('[data-testid=fleet-summary]')?.textContent;
  await page.until(() =>
    expect(summary()).toBe('All 1 instances said within the last minutes that they live.'),
  );

  away = true;
  await page.does(() => page.client.refetchQueries({ queryKey: ['fleet'] }));
  expect(summary()).toBe(
    'The fleet can’t be asked. What stands here was said just now; it may have changed since.',
  );
  expect(page.place.querySelector('[data-testid=outdated]')?.textContent).toContain('connections is away.');
  await page.close();
});
