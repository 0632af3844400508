import type { Cell, Goal, Indicator, KeyFigure, KeyFigureTable, Report } from './report.ts';

/** What kind of printed text differs: a figure, a year or period, or wording. */
export type DifferenceKind = 'tal' | 'tid' | 'ordlyd';

/** One printed text that is not the same in two reports of one subject. */
export interface Difference {
  readonly subject: { readonly code: string; readonly name: string };
  readonly table: string; // "Målsætninger og indikatorer", "Fordrevne fra Ukraine"
  readonly row: string; // "Indikator 1.1", "Nøgletal 13", "Målsætning 1", "" for the table or page itself
  readonly column: string; // "Aktuel status", "Glostrup", "Periode", "Tekst"
  readonly kind: DifferenceKind;
  /** As printed: "" is a blank cell, null a row that the report does not have. */
  readonly before: string | null;
  readonly after: string | null;
}

type Printed = Pick<Difference, 'table' | 'row' | 'column' | 'kind'> & { readonly text: string };

/** The printed texts that differ between two reports of the same subject, in the order of the report. */
export function compareReports(before: Report, after: Report): Difference[] {
  const subject = { code: after.subject.code, name: after.subject.name };
  if (before.subject.code !== subject.code)
    throw new RangeError(`Not one subject: ${before.subject.code}, ${subject.code}`);
  const old = printedTexts(before);
  const now = printedTexts(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const place = is ?? was;
    if (place === undefined || was?.text === is?.text) return [];
    const { table, row, column, kind } = place;
    return [{ subject, table, row, column, kind, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

/** Every printed text but title and date, which name the edition, by a key that wording does not change. */
function printedTexts(report: Report): Map<string, Printed> {
  return new Map([...pageTexts(report), ...goalsTexts(report), ...report.keyFigures.flatMap(keyFigureTexts)]);
}

function pageTexts({ title, notice, footnote }: Report): [string, Printed][] {
  const text = (column: string, value: string): [string, Printed] => [
    `side ${column}`,
    { table: 'Side', row: '', column, kind: 'ordlyd', text: value },
  ];
  return [
    text('Overskrift', title.heading),
    text('Bemærkning', notice ?? ''),
    text('Fodnote', `${footnote.mark} ${footnote.before}${footnote.linkText}${footnote.after}`),
  ];
}

function goalsTexts({ goals, footnote }: Report): [string, Printed][] {
  const { caption, columns } = goals;
  const change = columns.change.replace(footnote.mark, '');
  const headings = ([columns.status, columns.change] as const).map((text, index): [string, Printed] => [
    `kolonne ${index}`,
    { table: caption, row: '', column: 'Kolonneoverskrift', kind: 'ordlyd', text },
  ]);
  return [...headings, ...goals.goals.flatMap((goal) => goalTexts(goal, { caption, status: columns.status, change }))];
}

interface GoalColumns {
  readonly caption: string;
  readonly status: string;
  readonly change: string;
}

function goalTexts(goal: Goal, columns: GoalColumns): [string, Printed][] {
  const row = `Målsætning ${goal.number}`;
  const text = (column: string, kind: DifferenceKind, value: string): [string, Printed] => [
    `${row} ${kind} ${column === columns.status ? 'status' : column === columns.change ? 'udvikling' : ''}`,
    { table: columns.caption, row, column, kind, text: value },
  ];
  return [
    text('Tekst', 'ordlyd', goal.text),
    text(columns.status, 'tid', goal.statusText),
    text(columns.change, 'tid', goal.baselineText),
    ...goal.indicators.flatMap((indicator) => indicatorTexts(indicator, columns)),
  ];
}

function indicatorTexts(indicator: Indicator, { caption, status, change }: GoalColumns): [string, Printed][] {
  const row = `Indikator ${indicator.id}`;
  const place = { table: caption, row };
  const figure = (key: string, column: string, { text }: Cell): [string, Printed] => [
    `${row} ${key}`,
    { ...place, column, kind: 'tal', text },
  ];
  return [
    [`${row} tekst`, { ...place, column: 'Tekst', kind: 'ordlyd', text: indicator.text }],
    figure('status', status, indicator.status),
    figure('udvikling', change, indicator.change),
  ];
}

function keyFigureTexts(table: KeyFigureTable): [string, Printed][] {
  return table.rows.flatMap((row) => keyFigureRowTexts(row, table));
}

function keyFigureRowTexts(keyFigure: KeyFigure, { heading, columns }: KeyFigureTable): [string, Printed][] {
  const place = { table: heading, row: keyFigure.label };
  const key = `Nøgletal ${keyFigure.number}`;
  return [
    [`${key} tekst`, { ...place, column: 'Tekst', kind: 'ordlyd', text: keyFigure.text }],
    [`${key} periode`, { ...place, column: 'Periode', kind: 'tid', text: keyFigure.period }],
    ...keyFigure.cells.map((cell, index): [string, Printed] => [
      `${key} ${index}`,
      { ...place, column: columns[index] ?? '', kind: 'tal', text: cell.text },
    ]),
  ];
}
