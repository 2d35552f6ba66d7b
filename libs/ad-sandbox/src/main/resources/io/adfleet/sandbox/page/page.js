'use strict';

const EVERY_FEW_SECONDS = 10_000;
const byId = (id) => document.getElementById(id);
const say = (text) => { byId('said').textContent = text; };
const named = { google: 'Google Ads', meta: 'Meta' };

async function send(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail);
  return json;
}

async function addFault(fault) {
  const now = await send('GET', '/control/faults');
  await send('PUT', '/control/faults', [...now.items, fault]);
}

async function refresh() {
  const answer = await fetch('/');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.id;
  byId('now').replaceChildren(...page.getElementById('now').childNodes);
  if (focused) byId(focused)?.focus();
}

async function press(button, work, done) {
  button.disabled = true;
  try {
    await work();
    await refresh();
    say(done());
  } catch (e) {
    say(`That did not work: ${e.message}`);
  }
  button.disabled = false;
  button.focus();
}

function on(id, work, done) {
  byId(id).addEventListener('click', (event) => press(event.currentTarget, work, done));
}

on('advance', () => send('POST', '/control/advance?minutes=60'),
  () => 'An hour more of today is visible, until each account’s midnight.');

on('restate', async () => {
  const rows = [...document.querySelectorAll('tr[data-restate]')].map((row) => row.dataset.restate);
  for (const row of rows.filter(Boolean)) await send('POST', '/control/restate', JSON.parse(row));
}, () => 'In every account the campaign that spent most yesterday now says a tenth less spend.');

on('revoke',
  () => addFault({
    platform: byId('revoke-platform').value, account_id: '*', operation: '*', fault: 'revoked_token',
  }),
  () => `Every token of ${named[byId('revoke-platform').value]} is revoked until someone consents anew.`);

const wait = { google: 5, meta: 60 };
on('throttle',
  () => addFault({
    platform: byId('throttle-platform').value,
    account_id: '*',
    operation: '*',
    fault: 'quota_exhausted',
    times: 3,
    retry_after_seconds: wait[byId('throttle-platform').value],
  }),
  () => {
    const platform = byId('throttle-platform').value;
    return `The next three requests to ${named[platform]} are refused: “come again in ${wait[platform]} seconds”.`;
  });

byId('now').addEventListener('click', (event) => {
  if (event.target.id === 'heal') {
    press(event.target, () => send('PUT', '/control/faults', []),
      () => 'Nothing goes wrong on purpose any more; revoked tokens stay revoked until someone consents anew.');
  } else if (event.target.id === 'release') {
    press(event.target, () => send('POST', '/control/release'), () => 'Time goes on.');
  }
});

setInterval(() => {
  if (document.visibilityState === 'visible') refresh().catch(() => say('The sandbox does not answer.'));
}, EVERY_FEW_SECONDS);
