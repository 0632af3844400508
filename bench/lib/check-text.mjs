// Proves that a peer's PDF holds the report's text, cell by cell and in order, and nothing else: only then may its
// time be compared.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Everything printed, in reading order; headings that a page may repeat come apart. */
function textsOf(report) {
  const { title, notice, goals, keyFigures, footnote, dateLine } = report;
  const goalTexts = goals.goals.flatMap((goal) => [
    goal.text,
    goal.statusText,
    goal.baselineText,
    ...goal.indicators.flatMap(({ text, status, change }) => [text, status.text, change.text]),
  ]);
  const keyFigureTexts = keyFigures.flatMap((table) => [
    table.heading,
    ...table.columns,
    ...table.rows.flatMap(keyFigureRow),
  ]);
  const note = `${footnote.mark} ${footnote.before}${footnote.linkText}${footnote.after}`;
  return [
    ...[title.heading, title.subject, title.edition, notice ?? ''],
    ...[goals.columns.status, goals.columns.change],
    ...[...goalTexts, ...keyFigureTexts, note, dateLine],
  ];
}

function keyFigureRow({ label, text, period, cells }) {
  return [`${label} - ${text}${period === '' ? '' : ` - ${period}`}`, ...cells.map((cell) => cell.text)];
}

/** Blanks are where lines break, which is each peer's own choice. */
const solid = (text) => text.replace(/[\s\u00ad\u200b]+/g, '');

async function extract(bytes) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const pdf = await task.promise;
    const pages = [];
    for (let index = 1; index <= pdf.numPages; index++) {
      const { items } = await (await pdf.getPage(index)).getTextContent();
      pages.push(items.map((item) => item.str ?? '').join(''));
    }
    return solid(pages.join(''));
  } finally {
    await task.destroy();
  }
}

/** Null when all is there, else what is wrong. `report` is the program's own Report. */
export async function textFault(bytes, report) {
  const found = await extract(bytes);
  let at = 0;
  let rest = '';
  for (const text of textsOf(report).map(solid)) {
    const next = found.indexOf(text, at);
    if (next < 0) return `"${text}" is missing after "${found.slice(Math.max(0, at - 40), at)}"`;
    rest += found.slice(at, next);
    at = next + text.length;
  }
  return extraText(rest + found.slice(at), report);
}

/** Page numbers and column headings that stand again on a new page are no more than they seem. */
function extraText(rest, { goals, keyFigures }) {
  const headings = [[goals.columns.status, goals.columns.change], ...keyFigures.map(({ columns }) => columns)];
  const allowed = headings.map((heading) => solid(heading.join(''))).sort((a, b) => b.length - a.length);
  let left = rest.replace(/Side\d+af\d+/g, '');
  for (const heading of allowed) left = left.replaceAll(heading, '');
  return left === '' ? null : `more text than the report's: "${left.slice(0, 80)}"`;
}
