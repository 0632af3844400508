// Makes a field that filters rows, and headings that sort them. Without this file the pages are whole.
(() => {
  const order = { Positiv: 0, Blandet: 1, Uændret: 2, Negativ: 3 };
  const collator = new Intl.Collator('da', { numeric: true });

  /** As people type without Danish keys: "aeroe", "århus" and "hoje" find Ærø, Aarhus and Høje-Taastrup. */
  const folded = (text) =>
    text
      .toLocaleLowerCase('da')
      .replace(/æ|ae/g, 'a')
      .replace(/ø|oe/g, 'o')
      .replace(/å|aa/g, 'a')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '');

  const bodiesOf = (table) => [...table.tBodies].filter((body) => !body.classList.contains('top'));

  function addFilter(holder) {
    const { rows, label: text, one, many } = holder.dataset;
    const bodies = bodiesOf(document.getElementById(rows));
    const [label, input, output] = ['label', 'input', 'output'].map((name) => document.createElement(name));
    input.id = `find-${rows}`;
    input.type = 'search';
    input.autocomplete = 'off';
    input.spellcheck = false;
    label.htmlFor = input.id;
    label.textContent = text;
    output.setAttribute('for', input.id);
    holder.className = 'find';
    holder.append(label, input, output);
    const filter = () => {
      const wanted = folded(input.value.trim());
      let found = 0;
      for (const body of bodies) {
        const places = [...body.rows].filter((row) => !row.classList.contains('region'));
        for (const row of places) row.hidden = !folded(row.cells[0].textContent).includes(wanted);
        const shown = places.filter((row) => !row.hidden).length;
        body.hidden = shown === 0;
        found += shown;
      }
      output.value = wanted === '' ? '' : `${found} ${found === 1 ? one : many}`;
    };
    let timer;
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(filter, 120);
    });
    // A browser may fill in what was written before.
    if (input.value !== '') filter();
  }

  /** What a cell is sorted by; null for a blank, which comes last both ways. */
  function keyOf(cell) {
    const text = cell.textContent.trim().replace('\u2212', '-').replace('+', '');
    if (text in order) return order[text];
    if (/^-?\d/.test(text)) return Number.parseFloat(text.replaceAll('.', '').replace(',', '.'));
    return cell.tagName === 'TH' ? text : null;
  }

  /** The order after another; the third press brings the first order of rows back. */
  const after = { null: 'ascending', ascending: 'descending' };

  function compare(a, b, sign) {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
    return sign * (typeof a.key === 'string' ? collator.compare(a.key, b.key) : a.key - b.key);
  }

  function addSorting(table) {
    const heads = [...table.tHead.rows[0].cells];
    const places = bodiesOf(table).map((body) => ({ body, rows: [...body.rows] }));
    const restore = () => {
      table.classList.remove('sorted');
      for (const { body, rows } of places) body.append(...rows);
    };
    const sort = (column, sign) => {
      const rows = places.flatMap(({ rows }) => rows).filter((row) => !row.classList.contains('region'));
      const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[Math.min(column, row.cells.length - 1)]) }));
      table.classList.add('sorted');
      places[0].body.append(...keyed.sort((a, b) => compare(a, b, sign)).map(({ row }) => row));
    };
    for (const [column, head] of heads.entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const next = after[head.getAttribute('aria-sort')];
        for (const other of heads) other.removeAttribute('aria-sort');
        if (next === undefined) return restore();
        head.setAttribute('aria-sort', next);
        sort(column, next === 'ascending' ? 1 : -1);
      });
    }
  }

  for (const holder of document.querySelectorAll('[data-rows]')) addFilter(holder);
  for (const table of document.querySelectorAll('[data-sort]')) addSorting(table);
})();
