'use strict';

const say = (text) => { document.getElementById('said').textContent = text; };

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

function button(id, work, done) {
  document.getElementById(id).addEventListener('click', async () => {
    try {
      await work();
      say(done);
      const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
      document.querySelector('tbody').replaceWith(page.querySelector('tbody'));
    } catch (e) {
      say(`That did not work: ${e.message}`);
    }
  });
}

button('advance', () => send('POST', '/control/advance?minutes=60'),
  'An hour more of today is visible, until each account’s midnight.');
button('restate', async () => {
  const rows = [...document.querySelectorAll('tr[data-restate]')].map((row) => row.dataset.restate);
  for (const row of rows.filter(Boolean)) await send('POST', '/control/restate', JSON.parse(row));
}, 'In every account the campaign that spent most yesterday now says a tenth less spend.');
button('revoke', () => addFault({ platform: 'google', account_id: '*', operation: '*', fault: 'revoked_token' }),
  'Every token of Google is revoked until someone consents anew.');
button('throttle', () => addFault({
  platform: 'google', account_id: '*', operation: '*', fault: 'quota_exhausted', times: 3, retry_after_seconds: 5,
}), 'The next three requests are answered with “quota exhausted, retry in 5 s”.');
