import { ask } from '/assets/api.js';
import { el, fill, table } from '/assets/show.js';

const section = document.getElementById('choose');
const form = document.getElementById('choice');

function box(account) {
  const input = el('input', {
    attributes: { type: 'checkbox', value: account.account_id, 'aria-label': `Read ${account.name}` },
  });
  input.checked = account.connected;
  return input;
}

// Shows what a connection can reach and connects what is ticked.
export async function choosing(base, connection, done) {
  const path = `${base}/connections/${encodeURIComponent(connection)}/accounts`;
  const { items } = await ask(path);
  fill('reachable', table('', [
    { title: 'Read', cell: (a) => (a.manager ? '' : box(a)) },
    { title: 'Account', cell: (a) => a.name },
    { title: 'Number', cell: (a) => a.external_id },
    { title: 'Currency', cell: (a) => a.currency },
    { title: 'Time zone', cell: (a) => a.zone },
    { title: 'What to know', cell: (a) => (a.manager ? 'manages the others' : a.sentence ?? '') },
  ], items));
  section.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    const ids = [...form.querySelectorAll('input:checked')].map((input) => input.value);
    ask(path, 'POST', { account_ids: ids }).then(() => {
      section.hidden = true;
    }).catch((refused) => {
      fill('reachable', el('p', { class: 'bad', text: refused.message }));
    }).finally(done);
  };
}
