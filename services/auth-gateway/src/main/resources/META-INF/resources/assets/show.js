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

// Decimals travel as text; they are grouped here, never calculated with.
export function number(value) {
  if (value === null || value === undefined) return '–';
  const [whole, fraction] = String(value).split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const grouped = whole.replace('-', '').replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
  return sign + grouped + (fraction ? `.${fraction}` : '');
}

// A fraction as per cent by moving the point of its text two places.
export function percent(value) {
  if (value === null || value === undefined) return '–';
  const negative = String(value).startsWith('-');
  const [whole, fraction = ''] = String(value).replace('-', '').split('.');
  const padded = fraction.padEnd(2, '0');
  const left = (whole + padded.slice(0, 2)).replace(/^0+(?=\d)/, '');
  const right = padded.slice(2).replace(/0+$/, '');
  return `${negative ? '-' : ''}${left}${right ? `.${right}` : ''} %`;
}

export function instant(value) {
  return value ? new Date(value).toLocaleString() : 'not yet';
}
