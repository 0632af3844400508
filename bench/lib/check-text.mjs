// Proves that a peer's PDF holds the report's text, cell by cell and in order, and nothing else: only then may its
// time be compared.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Without blanks: where lines break is each peer's own choice. */
const solid = (text) => text.replace(/[\s\u00ad\u200b]+/g, '');

/** Everything printed, in reading order. */
function textsOf({ title, notice, goals, keyFigures, footnote, dateLine }) {
  return [
    ...[title.heading, title.subject, title.edition, notice ?? '', goals.columns.status, goals.columns.change],
    ...goals.goals.flatMap(({ text, statusText, baselineText, indicators }) => [
      ...[text, statusText, baselineText],
      ...indicators.flatMap((row) => [row.text, row.status.text, row.change.text]),
    ]),
    ...keyFigures.flatMap(({ heading, columns, rows }) => [
      ...[heading, ...columns],
      ...rows.flatMap(({ label, text, period, cells }) => [
        `${label} - ${text}${period === '' ? '' : ` - ${period}`}`,
        ...cells.map((cell) => cell.text),
      ]),
    ]),
    ...[footnote.mark, footnote.before, footnote.linkText, footnote.after, dateLine],
  ].map(solid);
}

async function textIn(pdf) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const { numPages } = await task.promise;
  let text = '';
  for (let page = 1; page <= numPages; page++) {
    const { items } = await (await (await task.promise).getPage(page)).getTextContent();
    text += items.map((item) => item.str ?? '').join('');
  }
  await task.destroy();
  return solid(text);
}

/** Null when all is there, else what is wrong. */
export async function textFault(pdf, report) {
  const found = await textIn(pdf);
  let at = 0;
  let extra = '';
  for (const text of textsOf(report)) {
    const next = found.indexOf(text, at);
    if (next < 0) return `"${text}" is missing after "${found.slice(Math.max(0, at - 40), at)}"`;
    extra += found.slice(at, next);
    at = next + text.length;
  }
  extra += found.slice(at);
  // Page numbers, and the headings of a table that goes on on a new page.
  const { status, change } = report.goals.columns;
  const repeated = [[status, change], ...report.keyFigures.map(({ columns }) => columns)];
  const rest = repeated.reduce((text, heading) => text.replaceAll(solid(heading.join('')), ''), extra);
  return rest.replace(/(?:[^·]+·[^·]+·)?Side\d+af\d+/g, '') === ''
    ? null
    : `more text than the report's: "${rest.slice(0, 80)}"`;
}
