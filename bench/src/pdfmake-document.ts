import type { Goal, KeyFigure, KeyFigureTable, Report } from '../../src/report/index.ts';

const ink = '#1d2730';
const heading = '#0f3b57';
const band = '#e6eef3';

const strong = (text: string) => ({ text, bold: true, color: heading });

const layout = {
  hLineWidth: (index: number) => (index === 0 ? 0 : index === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (index: number) => (index === 1 ? heading : '#c8d3db'),
  paddingLeft: () => 0,
  paddingRight: () => 9,
  paddingTop: () => 3.3,
  paddingBottom: () => 4.1,
};

const table = (body: unknown[][], widths: unknown[]) => ({
  table: { headerRows: 1, dontBreakRows: true, widths, body },
  layout,
});

function goalRows(goal: Goal): unknown[][] {
  const title = { text: [strong(goal.name), goal.text.slice(goal.name.length)], color: heading, fillColor: band };
  const year = (text: string) => ({ ...strong(text), fillColor: band });
  return [
    [title, year(goal.statusText), year(goal.baselineText)],
    ...goal.indicators.map((one) => [one.text, one.status.text, one.change.text]),
  ];
}

const link = (text: string, url: string) => ({ text, link: url, color: '#0b5a8a', decoration: 'underline' });

const keyFigureRow = (row: KeyFigure): unknown[] => [
  { text: [link(row.label, row.url), ` - ${row.text}${row.period === '' ? '' : ` - ${row.period}`}`] },
  ...row.cells.map((cell) => cell.text),
];

const section = (one: KeyFigureTable): unknown[] => [
  { text: one.heading, bold: true, fontSize: 13, color: heading, margin: [0, 20, 0, 1] },
  table(
    [['', ...one.columns.map(strong)], ...one.rows.map(keyFigureRow)],
    one.columns.length === 1 ? [298, '*'] : [298, 88, '*'],
  ),
];

/** The report as a user of pdfmake would write it: tables, styles, links, page numbers. */
export function pdfmakeDocument(report: Report) {
  const { title, goals, footnote } = report;
  return {
    pageSize: 'A4',
    pageMargins: [42, 46, 42, 48],
    language: 'da-DK',
    info: { title: title.text, creationDate: new Date(`${report.generated}T00:00:00Z`) },
    defaultStyle: { font: 'Sans', fontSize: 9.5, color: ink },
    footer: (page: number, pages: number) => ({
      text: `Side ${page} af ${pages}`,
      alignment: 'right',
      margin: [42, 10, 42, 0],
    }),
    content: [
      { text: title.heading, fontSize: 11, color: heading },
      {
        text: [title.subject, title.edition].filter((part) => part !== '').join(' '),
        fontSize: 21,
        bold: true,
        color: heading,
        margin: [0, 0, 0, 10],
      },
      ...(report.notice === null ? [] : [{ text: report.notice, bold: true, margin: [0, 0, 0, 9] }]),
      table(
        [['', strong(goals.columns.status), strong(goals.columns.change)], ...goals.goals.flatMap(goalRows)],
        [298, 88, '*'],
      ),
      ...report.keyFigures.flatMap(section),
      {
        text: [`${footnote.mark} ${footnote.before}`, link(footnote.linkText, footnote.url), footnote.after],
        margin: [0, 20, 0, 6],
      },
      report.dateLine,
    ],
  };
}
