// Builds the page's tables. Everything that comes from the server is set as text, never as markup.

export function el(name, options = {}, ...children) {
  const node = document.createElement(name);
  if (options.class) node.className = options.class;
  if (options.text !== undefined) node.textContent = options.text;
  for (const [key, value] of Object.entries(options.attributes ?? {})) node.setAttribute(key, value);
  if (options.click) node.addEventListener('click', options.click);
  node.append(...children);
  return node;
}

export function table(caption, columns, rows) {
  const head = el('tr', {}, ...columns.map((c) =>
    el('th', { text: c.title, class: c.number ? 'number' : '', attributes: { scope: 'col' } })));
  const body = rows.map((row) => el('tr', {}, ...columns.map((c) => {
    const shown = c.cell(row);
    const cell = el('td', { class: c.number ? 'number' : '' });
    cell.append(shown instanceof Node ? shown : String(shown ?? '–'));
    return cell;
  })));
  const parts = [el('thead', {}, head), el('tbody', {}, ...body)];
  return el('table', {}, ...(caption ? [el('caption', { text: caption })] : []), ...parts);
}

export function fill(id, ...nodes) {
  document.getElementById(id).replaceChildren(...nodes);
}

// Decimals travel as text; Intl reads them as text too, so nothing passes through a float.
const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

export function number(value) {
  return value === null || value === undefined ? '–' : plain.format(value);
}

// An amount with its currency's own digits.
export function amount(value, currency) {
  if (value === null || value === undefined) return '–';
  return currency ? new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(value) : plain.format(value);
}

export function percent(value) {
  return value === null || value === undefined ? '–' : share.format(value);
}

export function instant(value) {
  return value ? new Date(value).toLocaleString() : 'not yet';
}
