import type { Provenance } from '../dataset/index.ts';
import { leastSure } from './marks.ts';
import type { Cell, Goal, Report } from './report.ts';
import { indicatorRows, keyFigureRows, type ReportRow, withoutMark } from './rows.ts';

/** A text that is not the same in two reports of one subject. */
export interface Difference {
  readonly subject: { readonly code: string; readonly name: string };
  readonly table: string; // "Målsætninger og indikatorer", "Fordrevne fra Ukraine"
  readonly row: string; // "Indikator 1.1", "Nøgletal 13", "Målsætning 1", "" for the table or page itself
  readonly column: string; // "Aktuel status", "Glostrup", "Periode", "Tekst"
  /** Of what the text is: a figure, a year or period, wording, or what a figure's provenance is called. */
  readonly kind: 'tal' | 'tid' | 'ordlyd' | 'kilde';
  /** As shown: "" is a blank cell, null a row that the report does not have. */
  readonly before: string | null;
  readonly after: string | null;
  /** What the cells rest on; null for what is no cell. */
  readonly cells: { readonly before: ComparedCell | null; readonly after: ComparedCell | null };
}

export interface ComparedCell {
  /** Names the column whatever its heading: `RowCell.key`. */
  readonly column: string;
  readonly seriesName: string; // "Beskæftigelsesgab", "" in reports that have none
  /** Unrounded; null in a blank cell. */
  readonly value: string | null;
  readonly time: string; // "2024", "2025K2"; of a change "2012-2024"
  readonly provenance: Provenance | null;
}

/** A text with its place; `key` names the place whatever its wording. */
interface Shown extends Pick<Difference, 'table' | 'row' | 'column' | 'kind'> {
  readonly key: string;
  readonly text: string;
  readonly cell?: ComparedCell;
}

/**
 * The texts that differ between two reports of the same subject, in the order of the report. Throws for an earlier one
 * that is of another subject, or when one of them is no report.
 */
export function compareReports(before: Report, after: Report): Difference[] {
  const { code, name } = after.subject;
  if (before.subject.code !== code) throw new RangeError(`Not one subject: ${before.subject.code}, ${code}`);
  const [old, now] = [shownTexts(before), shownTexts(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const place = is ?? was;
    if (place === undefined || was?.text === is?.text) return [];
    const { table, row, column, kind } = place;
    const texts = { before: was?.text ?? null, after: is?.text ?? null };
    const cells = { before: was?.cell ?? null, after: is?.cell ?? null };
    // The provenance of a figure that only one of them has is no difference of its own.
    if (kind === 'kilde' && (!texts.before || !texts.after)) return [];
    return [{ subject: { code, name }, table, row, column, kind, ...texts, cells }];
  });
}

/** Every text by its key, except title and date, which name the edition. Nobody has checked an earlier report. */
function shownTexts(report: Report): Map<string, Shown> {
  const { goals, keyFigures } = report;
  const texts = [
    ...pageTexts(report),
    ...goals.goals.flatMap((goal) => [...goalTexts(goal, report), ...indicatorRows(goal, report).flatMap(rowTexts)]),
    ...keyFigures.flatMap(keyFigureRows).flatMap(rowTexts),
  ];
  if (!texts.every(isSound)) throw new TypeError('No report.');
  return new Map(texts.map((text) => [text.key, text]));
}

const isSound = ({ table, row, column, text, cell }: Shown): boolean =>
  [table, row, column, text, cell?.time ?? '', cell?.seriesName ?? ''].every((one) => typeof one === 'string') &&
  (cell === undefined || cell.value === null || /^-?\d+(\.\d+)?$/.test(cell.value));

/** The texts of the page, and the headings over the columns of goals. */
function pageTexts({ title, notice, footnote, goals: { caption, columns } }: Report): Shown[] {
  const page = { table: 'Side', row: '', kind: 'ordlyd' } as const;
  const heading = { ...page, table: caption, column: 'Kolonneoverskrift' };
  const note = `${footnote.mark} ${footnote.before}${footnote.linkText}${footnote.after}`;
  return [
    { ...page, key: 'side overskrift', column: 'Overskrift', text: title.heading },
    { ...page, key: 'side bemærkning', column: 'Bemærkning', text: notice ?? '' },
    { ...page, key: 'side fodnote', column: 'Fodnote', text: note },
    { ...heading, key: 'kolonne status', text: columns.status },
    { ...heading, key: 'kolonne change', text: columns.change },
  ];
}

function goalTexts({ number, text, statusText, baselineText }: Goal, { goals, footnote }: Report): Shown[] {
  const { caption, columns } = goals;
  const row = `Målsætning ${number}`;
  const place = { table: caption, row };
  const change = withoutMark(columns.change, footnote);
  return [
    { ...place, key: `${row} tekst`, column: 'Tekst', kind: 'ordlyd', text },
    { ...place, key: `${row} status`, column: columns.status, kind: 'tid', text: statusText },
    { ...place, key: `${row} change`, column: change, kind: 'tid', text: baselineText },
  ];
}

function rowTexts(row: ReportRow): Shown[] {
  const place = { table: row.table, row: row.label };
  const key = row.kind === 'indikator' ? `Indikator ${row.indicator.id}` : `Nøgletal ${row.keyFigure.number}`;
  const texts: Shown[] = [{ ...place, key: `${key} tekst`, column: 'Tekst', kind: 'ordlyd', text: row.text }];
  if (row.kind === 'noegletal')
    texts.push({ ...place, key: `${key} periode`, column: 'Periode', kind: 'tid', text: row.keyFigure.period });
  const seriesName = (row.kind === 'indikator' ? row.indicator.name : row.keyFigure.name) ?? '';
  const cells = row.cells.flatMap((one): Shown[] => {
    const cell = comparedCell(one.cell, one.key, seriesName);
    const common = { ...place, column: one.name, cell };
    return [
      { ...common, key: `${key} ${one.key}`, kind: 'tal', text: one.cell.text },
      { ...common, key: `${key} ${one.key} kilde`, kind: 'kilde', text: cell.provenance ?? '' },
    ];
  });
  return [...texts, ...cells];
}

const comparedCell = ({ value, figures }: Cell, column: string, seriesName: string): ComparedCell => ({
  ...{ column, seriesName, value },
  time: [...new Set(figures.map(({ time }) => time))]
    .filter((time) => time !== '')
    .sort()
    .join('-'),
  provenance: leastSure(figures),
});
