import type { Cell, Goal, KeyFigure, KeyFigureTable, Report } from '../../src/report/index.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '&quot;');

/** The looks of the page; `fonts` are addresses of TTF files. */
export const css = (fonts: { readonly regular: string; readonly semibold: string }): string => `
@font-face { font-family: Barometer; font-weight: 400; src: url("${fonts.regular}"); }
@font-face { font-family: Barometer; font-weight: 600; src: url("${fonts.semibold}"); }
@page { size: A4; margin: 46pt 42pt 48pt; @bottom-right { content: "Side " counter(page) " af " counter(pages); font: 9.5pt Barometer; color: #55626d; } }
body { margin: 0; font: 9.5pt/1.23 Barometer; color: #1d2730; }
h1, h2, th, b { color: #0f3b57; font-weight: 600; }
h1 { margin: 0 0 10pt; font-size: 21pt; line-height: 1.23; }
h1 span { display: block; font-size: 11pt; font-weight: 400; }
h2 { margin: 20pt 0 1pt; font-size: 13pt; break-after: avoid; }
.notice { background: #fdf1d6; border-left: 3pt solid #b7791f; padding: 5pt 12pt; font-weight: 600; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
tr { break-inside: avoid; }
th, td { padding: 3.3pt 9pt 4.1pt 0; border-bottom: .5pt solid #c8d3db; text-align: left; vertical-align: top; }
tbody th { font-weight: 400; color: inherit; }
thead th { border-bottom: 1pt solid #0f3b57; }
.goal th { background: #e6eef3; color: #0f3b57; }
col.first { width: 307pt; } col.second { width: 100pt; }
a { color: #0b5a8a; }
`;

const value = (cell: Cell): string => `<td>${escapeHtml(cell.text)}</td>`;

function goal(one: Goal): string {
  const rest = escapeHtml(one.text.slice(one.name.length));
  const year = (text: string): string => `<th scope="col"><b>${escapeHtml(text)}</b></th>`;
  const head = `<tr class="goal"><th scope="row"><b>${escapeHtml(one.name)}</b>${rest}</th>`;
  const rows = one.indicators.map(
    ({ text, status, change }) => `<tr><th scope="row">${escapeHtml(text)}</th>${value(status)}${value(change)}</tr>`,
  );
  return `<tbody>${head}${year(one.statusText)}${year(one.baselineText)}</tr>${rows.join('\n')}</tbody>`;
}

const link = (text: string, url: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

function keyFigure(row: KeyFigure): string {
  const period = row.period === '' ? '' : ` - ${row.period}`;
  const head = `<th scope="row">${link(row.label, row.url)}${escapeHtml(` - ${row.text}${period}`)}</th>`;
  return `<tr>${head}${row.cells.map(value).join('')}</tr>`;
}

const columns = '<colgroup><col class="first"><col class="second"><col></colgroup>';

const columnHeads = (titles: readonly string[]): string =>
  `<thead><tr><td></td>${titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead>`;

const section = (one: KeyFigureTable): string =>
  `<h2>${escapeHtml(one.heading)}</h2><table>${one.columns.length === 1 ? '' : columns}${columnHeads(one.columns)}` +
  `<tbody>${one.rows.map(keyFigure).join('\n')}</tbody></table>`;

/** The report as semantic HTML beside a style sheet at the address `styles`. */
export function html(report: Report, styles: string): string {
  const { title, goals, footnote } = report;
  const name = [title.subject, title.edition].filter((part) => part !== '').join(' ');
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${escapeHtml(title.text)}</title>
<link rel="stylesheet" href="${escapeHtml(styles)}">
</head><body><h1><span>${escapeHtml(title.heading)}</span>${escapeHtml(name)}</h1>
${report.notice === null ? '' : `<p class="notice">${escapeHtml(report.notice)}</p>`}
<table>${columns}${columnHeads([goals.columns.status, goals.columns.change])}${goals.goals.map(goal).join('\n')}</table>
${report.keyFigures.map(section).join('\n')}
<p>${escapeHtml(`${footnote.mark} ${footnote.before}`)}${link(footnote.linkText, footnote.url)}${escapeHtml(footnote.after)}</p>
<p>${escapeHtml(report.dateLine)}</p></body></html>
`;
}
