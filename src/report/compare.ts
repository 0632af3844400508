import { type CsvField, csvFile } from '../csv.ts';
import { clean } from '../danish/index.ts';
import { textTable } from '../text-table.ts';
import type { Goal, Report } from './report.ts';
import { indicatorRows, keyFigureRows, type ReportRow, withoutMark } from './rows.ts';

/** One printed text that is not the same in two reports of one subject. */
export interface Difference {
  readonly subject: { readonly code: string; readonly name: string };
  readonly table: string; // "Målsætninger og indikatorer", "Fordrevne fra Ukraine"
  readonly row: string; // "Indikator 1.1", "Nøgletal 13", "Målsætning 1", "" for the table or page itself
  readonly column: string; // "Aktuel status", "Glostrup", "Periode", "Tekst"
  /** Of what the text is: a figure, a year or period, or wording. */
  readonly kind: 'tal' | 'tid' | 'ordlyd';
  /** As printed: "" is a blank cell, null a row that the report does not have. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A difference that knows which of its texts is of a number: such a text is no formula, whatever it begins with. */
export interface FoundDifference extends Difference {
  readonly isNumber: { readonly before: boolean; readonly after: boolean };
}

/** A printed text with its place; `key` names the place whatever its wording. */
interface Printed extends Pick<Difference, 'table' | 'row' | 'column' | 'kind'> {
  readonly key: string;
  readonly text: string;
  readonly isNumber?: boolean;
}

/**
 * The printed texts that differ between two reports of the same subject, in the order of the report. Throws for an
 * earlier one that is of another subject, or whose texts are none.
 */
export function compareReports(before: Report, after: Report): FoundDifference[] {
  const { code, name } = after.subject;
  if (before.subject.code !== code) throw new RangeError(`Not one subject: ${before.subject.code}, ${code}`);
  const [old, now] = [printedTexts(before), printedTexts(after)];
  const isText = ({ table, row, column, text }: Printed) =>
    [table, row, column, text].every((one) => typeof one === 'string');
  if (![...old.values()].every(isText)) throw new TypeError('No report.');
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): FoundDifference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const place = is ?? was;
    if (place === undefined || was?.text === is?.text) return [];
    const { table, row, column, kind } = place;
    const texts = { before: was?.text ?? null, after: is?.text ?? null };
    const isNumber = { before: was?.isNumber ?? false, after: is?.isNumber ?? false };
    return [{ subject: { code, name }, table, row, column, kind, ...texts, isNumber }];
  });
}

/** Every printed text by its key, except title and date, which name the edition. */
function printedTexts(report: Report): Map<string, Printed> {
  const { goals, keyFigures } = report;
  const texts = [
    ...pageTexts(report),
    ...goals.goals.flatMap((goal) => [...goalTexts(goal, report), ...indicatorRows(goal, report).flatMap(rowTexts)]),
    ...keyFigures.flatMap(keyFigureRows).flatMap(rowTexts),
  ];
  return new Map(texts.map((text) => [text.key, text]));
}

/** The texts of the page, and the headings over the columns of goals. */
function pageTexts({ title, notice, footnote, goals: { caption, columns } }: Report): Printed[] {
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

function goalTexts({ number, text, statusText, baselineText }: Goal, { goals, footnote }: Report): Printed[] {
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

function rowTexts(row: ReportRow): Printed[] {
  const place = { table: row.table, row: row.label };
  const key = row.kind === 'indikator' ? `Indikator ${row.indicator.id}` : `Nøgletal ${row.keyFigure.number}`;
  const texts: Printed[] = [{ ...place, key: `${key} tekst`, column: 'Tekst', kind: 'ordlyd', text: row.text }];
  if (row.kind === 'noegletal')
    texts.push({ ...place, key: `${key} periode`, column: 'Periode', kind: 'tid', text: row.keyFigure.period });
  const cells = row.cells.map((one): Printed => {
    const { text, value } = one.cell;
    return { ...place, key: `${key} ${one.key}`, column: one.name, kind: 'tal', text, isNumber: value !== null };
  });
  return [...texts, ...cells];
}

/**
 * The differences for people: one aligned line each, or a sentence when there is none. Wording is longer than a column
 * should be, so it is cut; the CSV and JSON have it whole. Ends in a line feed.
 */
export function differencesText(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'Ingen trykte tal eller tekster er ændret.\n';
  const rows = differences.map((one) =>
    [...placeOf(one), printed(one.before), printed(one.after)].map((text) => clean(text)),
  );
  return `${textTable([['Kommune', 'Felt', 'Kolonne', 'Før', 'Nu'], ...rows]).join('\n')}\n`;
}

/** "Glostrup", "Indikator 1.1", "Aktuel status" */
const placeOf = ({ subject, table, row, column }: Difference) => [subject.name, row === '' ? table : row, column];

const printed = (text: string | null): string => (text === null ? '(findes ikke)' : text === '' ? '(tom)' : text);

/** Characters of a text in a line of the log; wording may be a page long. */
const LONGEST = 200;

/** "Ændret: Glostrup, Indikator 1.1, Aktuel status: "10 pct. point" er nu "11 pct. point"" */
export function differenceText(difference: Difference): string {
  const quoted = (text: string | null): string => (text ? `"${clean(text, LONGEST)}"` : printed(text));
  const { before, after } = difference;
  const place = placeOf(difference).map((text) => clean(text));
  return `Ændret: ${place.join(', ')}: ${quoted(before)} er nu ${quoted(after)}`;
}

/** The differences as CSV for Danish Excel; the column `findes` tells a row that one report lacks from a blank cell. */
export function differencesCsv(differences: readonly FoundDifference[]): string {
  const header = ['kommunekode', 'kommune', 'tabel', 'felt', 'kolonne', 'art', 'foer', 'nu', 'findes'];
  return csvFile([header, ...differences.map(csvFields)]);
}

function csvFields({ subject, table, row, column, kind, before, after, isNumber }: FoundDifference): CsvField[] {
  const exists = before === null ? 'kun nu' : after === null ? 'kun før' : 'begge';
  const field = (text: string | null, ofNumber: boolean): CsvField =>
    ofNumber ? { number: text ?? '' } : (text ?? '');
  const texts = [field(before, isNumber.before), field(after, isNumber.after)];
  return [subject.code, subject.name, table, row, column, kind, ...texts, exists];
}

/** The differences as JSON, indented, ending in a line feed. */
export function differencesJson(found: readonly FoundDifference[]): string {
  const differences: Difference[] = found.map(({ isNumber: _, ...difference }) => difference);
  return `${JSON.stringify({ format: 'barometer-forskelle/1', differences }, null, 2)}\n`;
}
