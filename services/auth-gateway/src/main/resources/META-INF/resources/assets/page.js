import { ask, Refused } from '/assets/api.js';
import { choosing } from '/assets/choose.js';
import { amount, el, fill, instant, number, percent, table } from '/assets/show.js';

const byId = (id) => document.getElementById(id);
const range = byId('range');
const SHORT = new Set(['ctr', 'cpc', 'cpm', 'cpa', 'cvr', 'roas']);
let workspaces = [];

function say(sentence) {
  byId('note').textContent = sentence;
  byId('note').hidden = sentence === '';
}

async function trying(work) {
  say('');
  try {
    await work();
  } catch (e) {
    if (e instanceof Refused && e.status === 401) {
      showGuest();
    } else {
      say(e instanceof Refused ? e.message : `Something on this page went wrong: ${e.message}`);
    }
  }
}

function showGuest() {
  for (const id of ['who', 'board', 'first']) byId(id).hidden = true;
  byId('guest').hidden = false;
}

function ratio(kpi) {
  return ['ctr', 'cvr'].includes(kpi.key);
}

function kpiValue(kpi, currency, field) {
  if (ratio(kpi)) return percent(kpi[field]);
  return kpi.unit === 'money' ? amount(kpi[field], currency) : number(kpi[field]);
}

function words(state) {
  return String(state).replaceAll('_', ' ');
}

function kpiTable(caption, kpis, currency) {
  return table(caption, [
    { title: 'Measure', cell: (k) => (SHORT.has(k.key) ? k.key.toUpperCase() : words(k.key)) },
    { title: 'Now', number: true, cell: (k) => kpiValue(k, currency, 'value') },
    { title: 'Before', number: true, cell: (k) => kpiValue(k, currency, 'previous') },
    { title: 'Change', number: true, cell: (k) => percent(k.delta) },
    { title: '', cell: (k) => words(k.reason ?? '') },
  ], kpis);
}

function campaignTable(caption, campaigns, currency) {
  return table(caption, [
    { title: 'Campaign', cell: (c) => c.name },
    { title: 'Platform', cell: (c) => c.platform },
    { title: 'Status', cell: (c) => c.status },
    { title: 'Spend', number: true, cell: (c) => amount(c.spend, c.currency ?? currency) },
    { title: 'Revenue', number: true, cell: (c) => amount(c.revenue, c.currency ?? currency) },
    { title: 'ROAS', number: true, cell: (c) => number(c.roas) },
    { title: 'Conversions', number: true, cell: (c) => number(c.conversions) },
    { title: 'Currency', cell: (c) => c.currency ?? currency ?? '–' },
  ], campaigns);
}

function provenance(answer) {
  const parts = [
    `${answer.start} to ${answer.end}, ${answer.zone}`,
    `data as of ${instant(answer.data_as_of)}`,
    `last synced ${instant(answer.last_synced_at)}`,
  ];
  const check = answer.reconciliation;
  if (check && check.agrees === true) parts.push('agrees with the platform’s own totals');
  else if (check && check.agrees === false) parts.push(`differs from the platform’s own totals by ${number(check.difference)}`);
  else parts.push('not yet reconciled');
  return parts.join(' · ');
}

function missingLine(m) {
  return `${m.platform} account ${m.account_id}, ${m.level}: ${m.from} to ${m.to} missing (${words(m.reason)})`;
}

async function figures(base) {
  const answer = await ask(`${base}/dashboard/unified?timeframe=${range.elements.timeframe.value}`);
  byId('provenance').textContent = provenance(answer);
  const missing = answer.completeness?.missing ?? [];
  fill('missing', ...missing.map((m) => el('li', { text: missingLine(m) })));
  const groups = answer.by_currency ?? [];
  fill('kpis', kpiTable('', answer.kpis, answer.currency),
    ...groups.map((g) => kpiTable(g.currency, g.kpis, g.currency)));
  fill('campaigns', ...(groups.length > 0
    ? groups.map((g) => campaignTable(g.currency, g.top_campaigns, g.currency))
    : [campaignTable('', answer.top_campaigns ?? [], answer.currency)]));
}

function action(text, work) {
  return el('button', {
    text,
    attributes: { type: 'button' },
    click: (event) => trying(async () => {
      event.target.disabled = true;
      try {
        await work();
      } finally {
        event.target.disabled = false;
      }
    }),
  });
}

function actions(base, connection) {
  const choose = action('Choose accounts', () => choosing(base, connection.id, () => trying(load)));
  const sync = action('Sync now', async () => {
    await ask(`${base}/connections/${connection.id}/sync`, 'POST');
    await jobs(base);
  });
  return connection.state === 'pending' ? el('span', {}, choose) : el('span', {}, sync, choose);
}

async function connections(base) {
  const { items } = await ask(`${base}/connections`);
  fill('connections', items.length === 0
    ? el('p', { class: 'quiet', text: 'Nothing is connected yet.' })
    : table('', [
      { title: 'Platform', cell: (c) => c.platform },
      { title: 'Authorized by', cell: (c) => c.person },
      { title: 'State', cell: (c) => el('span', { class: c.state === 'active' ? 'good' : 'bad', text: words(c.state) }) },
      { title: 'Accounts', number: true, cell: (c) => c.accounts },
      { title: 'Last sync', cell: (c) => instant(c.last_sync) },
      { title: 'Next sync', cell: (c) => instant(c.next_sync) },
      { title: 'What to know', cell: (c) => c.sentence ?? '' },
      { title: '', cell: (c) => actions(base, c) },
    ], items));
}

async function jobs(base) {
  const { items } = await ask(`${base}/jobs?limit=10`);
  fill('jobs', items.length === 0
    ? el('p', { class: 'quiet', text: 'No job has run yet.' })
    : table('', [
      { title: 'Kind', cell: (j) => words(j.kind) },
      { title: 'State', cell: (j) => words(j.state) },
      { title: 'Slices', number: true, cell: (j) => `${j.slices.done} of ${j.slices.of}` },
      { title: 'Queued', cell: (j) => instant(j.queued_at) },
      { title: 'What to know', cell: (j) => j.sentence ?? '' },
    ], items));
}

function load() {
  const base = `/api/workspaces/${encodeURIComponent(range.elements.workspace.value)}`;
  return Promise.allSettled([figures(base), connections(base), jobs(base)]).then((parts) => {
    const refused = parts.filter((p) => p.status === 'rejected').map((p) => p.reason);
    if (refused.length === 0) return;
    if (refused.some((r) => r instanceof Refused && r.status === 401)) throw new Refused(401, '');
    throw new Refused(0, [...new Set(refused.map((r) => r.message))].join(' '));
  });
}

function showFirst() {
  byId('first').hidden = false;
  byId('zones').replaceChildren(...Intl.supportedValuesOf('timeZone').map((z) => el('option', { attributes: { value: z } })));
  byId("create").elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}

async function start() {
  const me = await ask('/api/me');
  byId('email').textContent = me.user.email;
  byId('who').hidden = false;
  byId('guest').hidden = true;
  workspaces = (await ask('/api/workspaces?limit=500')).items;
  byId('first').hidden = true;
  if (workspaces.length === 0) {
    showFirst();
    return;
  }
  range.elements.workspace.replaceChildren(...workspaces.map((w) => el('option', { text: `${w.name} (${w.role})`, attributes: { value: w.id } })));
  byId('board').hidden = false;
  await returned();
  await load();
}

// Where the consent of a platform ends: which workspace, which connection, and what went wrong.
async function returned() {
  const said = new URLSearchParams(location.search);
  history.replaceState(null, '', '/');
  const workspace = said.get('workspace');
  if (!workspaces.some((w) => w.id === workspace)) return;
  range.elements.workspace.value = workspace;
  if (said.has('error')) {
    say(`The platform did not connect: ${words(said.get('error'))}. Try again, or ask somebody who may.`);
  } else if (said.has('connection')) {
    await choosing(`/api/workspaces/${encodeURIComponent(workspace)}`, said.get('connection'), () => trying(load));
  }
}

range.addEventListener('submit', (event) => { event.preventDefault(); trying(load); });
range.addEventListener('change', () => trying(load));
byId('create').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  trying(async () => {
    await ask('/api/workspaces', 'POST', { name: form.elements.name.value, currency: form.elements.currency.value, zone: form.elements.zone.value });
    await start();
  });
});
byId('connect').addEventListener('click', () => trying(async () => {
  const { authorize_url: there } = await ask(`/api/workspaces/${encodeURIComponent(range.elements.workspace.value)}/connections/google/authorize`, 'POST');
  location.assign(there);
}));

trying(start);
