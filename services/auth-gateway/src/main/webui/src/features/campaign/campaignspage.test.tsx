// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Listing } from '@/api/answers';
import { entity, listing, rest } from '@/testing/entities';
import { opened } from '@/testing/page';

type Told = (query: URLSearchParams) => Listing | Response | Promise<Response | never>;

function showing(address: string, told: Told) {
  return opened(`/w/one/campaigns${address}`, {
    '/api/workspaces/one/campaigns': (request) => told(new URL(request.url).searchParams),
    '/api/workspaces/one/connections': () => ({ items: [], next_cursor: null }),
  });
}

const never = () => new Promise<never>(() => {});
/** Lets everything happen that needs no time. */
async function turns() {
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
}

const group = (id: string) => entity(id, { kind: 'ad_group' });
const ad = (id: string) => entity(id, { kind: 'ad' });

it('a campaign that many others spent more than is known by its name and its rest', async () => {
  const late = entity('c501', { name: 'The last one', not_broken_down: rest('7') });
  const page = await showing('?parent=c501', (query) => {
    if (query.get('parent')) return listing([group('g')]);
    return query.get('cursor') ? listing([late]) : listing([entity('c1')], 'more');
  });
  await page.until(() =>
    expect(page.place.querySelector('ol li[aria-current=page]')?.textContent).toBe(late.name),
  );
  expect(page.place.querySelector('[data-testid=not-broken-down]')?.textContent).toContain('€7.00');
  await page.close();
});

it('opening a campaign leads to the heading of what is in it', async () => {
  const page = await showing('', (query) =>
    query.get('parent') ? listing([group('g')]) : listing([entity('c1', { name: 'Brand' })]),
  );
  await page.until(() => expect(page.place.querySelector('[data-entity=c1] a')).not.toBeNull());
  expect(document.activeElement?.tagName).not.toBe('H1');
  const link = page.place.querySelector<HTMLAnchorElement>('[data-entity=c1] a');
  link?.focus();
  await page.does(() => link?.click());
  await page.until(() => expect(document.activeElement?.textContent).toBe('Ad groups of Brand'));
  expect(page.place.querySelectorAll('ol [aria-current]')).toHaveLength(1);
  await page.close();
});

it('below the ads of a group stands no rest of its campaign', async () => {
  const page = await showing('?parent=g1&via=c1', (query) => {
    if (query.get('parent') === 'g1') return listing([ad('x')]);
    return query.get('parent') === 'c1' ? never() : listing([entity('c1', { not_broken_down: rest('7') })]);
  });
  await page.until(() => expect(page.place.querySelector('[data-entity=x]')).not.toBeNull());
  await page.until(() => expect(page.place.querySelector('nav ol')?.textContent).toContain('c1'));
  expect(page.place.querySelector('[data-testid=not-broken-down]')).toBeNull();
  await page.close();
});

it('a search whose next page fails says so, and doesn’t ask on and on', async () => {
  let more = 0;
  const failing = async () => {
    more += 1;
    // slow enough to be seen on its way
    await turns();
    return Response.json({ title: 'No', detail: 'Not now.' }, { status: 409 });
  };
  const page = await showing('?q=brand', (query) =>
    query.get('cursor') ? failing() : listing([entity('c1')], 'more'),
  );
  await page.until(() => expect(page.place.querySelector('[role=alert]')?.textContent).toContain('Not now.'));
  for (let times = 0; times < 5; times++) await page.does(turns);
  expect(more).toBe(1);
  expect(page.place.querySelector('[data-testid=empty]')).toBeNull();
  await page.close();
});

it('the search field keeps what is typed, and shows what comes from elsewhere', async () => {
  const page = await showing('', () => listing([entity('c1')]));
  const field = page.place.querySelector('input[type=search]') as HTMLInputElement;
  await page.does(() => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field, 'brand ');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.until(() => expect(page.router.state.location.search).toMatchObject({ q: 'brand' }));
  await page.does(() => {});
  expect(field.value).toBe('brand ');

  await page.does(() =>
    page.router.navigate({ to: '/w/$workspace/campaigns', params: { workspace: 'one' }, search: {} }),
  );
  await page.until(() => expect(field.value).toBe(''));
  await page.close();
});
