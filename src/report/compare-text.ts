import { type CsvField, csvFile } from '../csv.ts';
import { clean, formatPlain, withComma } from '../danish/index.ts';
import { textTable } from '../text-table.ts';
import type { ComparedCell, Difference } from './compare.ts';
import { type Comparison, cellsIn, restsOnMadeUp, type SeriesDifference } from './compare-summary.ts';
import { leastSure, madeUpNotice, provenanceNames } from './marks.ts';

/**
 * A comparison for people: the series, what is alike in all reports, then the rest, one aligned line each; or a sentence
 * when nothing differs. Wording is longer than a column should be, so it is cut; CSV and JSON have it whole. What is made
 * up is marked, and said below. `leftOut` counts those that could not be compared. Ends in a line feed.
 */
export function comparisonText({ reports, series, common, others }: Comparison, leftOut = 0): string {
  if (common.length + others.length === 0) return `${unchangedText(reports, leftOut)}\n`;
  // Of one report the list itself is short.
  const parts = [
    ...(reports > 1 && series.length > 0 ? [seriesTable(series)] : []),
    ...(common.length > 0 ? [[`Ens i alle ${reports} rapporter:`, ...list(common, false)]] : []),
    ...(others.length > 0 ? [list(others, true)] : []),
    ...([...common, ...others].some(restsOnMadeUp) ? [[madeUpNotice('Sammenligningen')]] : []),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Of what was not compared nobody knows whether it has changed. */
function unchangedText(reports: number, leftOut: number): string {
  if (reports === 0) return 'Ingen rapporter er sammenlignet.';
  if (leftOut === 0) return 'Ingen tal eller tekster i rapporterne er ændret.';
  const compared =
    reports === 1 ? 'den ene rapport, der er sammenlignet' : `de ${reports} rapporter, der er sammenlignet`;
  return `Ingen tal eller tekster er ændret i ${compared}. ${leftOut} er ikke sammenlignet.`;
}

/** A line per series, with the columns that any of them fills. */
function seriesTable(series: readonly SeriesDifference[]): string[] {
  const count = (number: number): string => (number === 0 ? '' : String(number));
  const columns: readonly (readonly [head: string, of: (one: SeriesDifference) => string, isNumber?: true])[] = [
    ['Serie', ({ row }) => row],
    ['Navn', ({ name }) => name],
    ['Tid', ({ time }) => changeOf(time.before, time.after)],
    ['Ændret', ({ changed }) => count(changed), true],
    ['Median', ({ median }) => (median === null ? '' : signed(median)), true],
    ['Størst', ({ largest }) => (largest === null ? '' : signed(largest.change)), true],
    ['Hos', ({ largest }) => largest?.name ?? ''],
    ['Nye', ({ fresh }) => count(fresh), true],
    ['Tomme', ({ blank }) => count(blank), true],
    ['Udgået', ({ gone }) => count(gone), true],
    ['Ny kilde', ({ provenance }) => count(provenance), true],
    ['Hele landet', ({ country }) => (country === null ? '' : changeOf(shown(country.before), shown(country.after)))],
    ['Opdigtet', ({ madeUp }) => (madeUp ? 'Ja' : '')],
  ];
  const filled = columns.filter(([, of]) => series.some((one) => of(one) !== ''));
  const rows = [filled.map(([head]) => head), ...series.map((one) => filled.map(([, of]) => clean(of(one))))];
  const numbers = filled.flatMap(([, , isNumber], column) => (isNumber === true ? [column] : []));
  return ['Antal kommuner, hvis tal er ændret, serie for serie:', ...textTable(rows, numbers)];
}

/** "2024 -> 2025"; once where both are the same. */
const changeOf = (before: string, after: string): string =>
  before === after || before === '' ? after : `${before} -> ${after}`;

/** "+6,8" */
const signed = (value: string): string =>
  `${value.startsWith('-') || Number(value) === 0 ? '' : '+'}${formatPlain(value)}`;

function list(differences: readonly Difference[], withNames: boolean): string[] {
  const placed = (one: Difference): string[] => placeOf(one).slice(withNames ? 0 : 1);
  const rows = differences.map((one) =>
    [...placed(one), shown(one.before), shown(one.after), provenanceOf(one)].map((text) => clean(text)),
  );
  return textTable([[...(withNames ? ['Kommune'] : []), 'Felt', 'Kolonne', 'Før', 'Nu', 'Kilde'], ...rows]);
}

/** Of the least sure of both numbers; "" of what is no number. */
function provenanceOf(difference: Difference): string {
  const provenance = leastSure(cellsIn(difference));
  return provenance === null ? '' : provenanceNames[provenance];
}

/** "Glostrup", "Indikator 1.1", "Aktuel status" */
const placeOf = ({ subject, table, row, column, kind }: Difference): string[] => [
  ...[subject.name, row === '' ? table : row],
  kind === 'kilde' ? `${column} (kilde)` : column,
];

const shown = (text: string | null): string => (text === null ? '(findes ikke)' : text === '' ? '(tom)' : text);

/** Characters of a text in a line of the log; wording may be a page long. */
const LONGEST = 200;

/** "Ændret: Glostrup, Indikator 1.1, Aktuel status: "10 pct. point" er nu "11 pct. point"", then "(opdigtet)" */
export function differenceText(difference: Difference): string {
  const quoted = (text: string | null): string => (text ? `"${clean(text, LONGEST)}"` : shown(text));
  const { before, after } = difference;
  const place = placeOf(difference).map((text) => clean(text));
  return `Ændret: ${place.join(', ')}: ${quoted(before)} er nu ${quoted(after)}${restsOnMadeUp(difference) ? ' (opdigtet)' : ''}`;
}

/**
 * All differences as CSV for Danish Excel. The column `findes` tells a row that one report lacks from a blank cell; what
 * is alike in all reports has no code and stands for all.
 */
export function comparisonCsv({ common, others }: Comparison): string {
  const header = ['kommunekode', 'kommune', 'tabel', 'felt', 'kolonne', 'art', 'foer', 'nu', 'findes'];
  const ofCells = ['vaerdi_foer', 'vaerdi_nu', 'tid_foer', 'tid_nu', 'kilde_foer', 'kilde_nu'];
  return csvFile([
    [...header, ...ofCells],
    ...common.map((one) => ['', 'alle', ...csvFields(one)]),
    ...others.map((one) => [one.subject.code, one.subject.name, ...csvFields(one)]),
  ]);
}

function csvFields({ table, row, column, kind, before, after, cells }: Difference): CsvField[] {
  const exists = before === null ? 'kun nu' : after === null ? 'kun før' : 'begge';
  // The text of a number is no formula, whatever it begins with.
  const field = (text: string | null, cell: ComparedCell | null): CsvField =>
    cell?.value == null ? (text ?? '') : { number: text ?? '' };
  const number = (cell: ComparedCell | null): CsvField => ({ number: withComma(cell?.value ?? '') });
  const { before: was, after: is } = cells;
  return [
    ...[table, row, column, kind, field(before, was), field(after, is), exists, number(was), number(is)],
    ...[was?.time ?? '', is?.time ?? '', was?.provenance ?? '', is?.provenance ?? ''],
  ];
}

/** The comparison as JSON, indented, ending in a line feed; `subject` is null for what is alike in all reports. */
export function comparisonJson({ reports, series, common, others }: Comparison): string {
  const differences = [
    ...common.map((one) => ({ ...one, subject: null, cells: jsonCells(one) })),
    ...others.map((one) => ({ ...one, cells: jsonCells(one) })),
  ];
  return `${JSON.stringify({ format: 'barometer-forskelle/2', reports, series, differences }, null, 2)}\n`;
}

const jsonCells = ({ cells: { before, after } }: Difference) => ({ before: jsonCell(before), after: jsonCell(after) });

const jsonCell = (cell: ComparedCell | null) =>
  cell && { value: cell.value, time: cell.time, provenance: cell.provenance };
