import { byLikeness, clean, meant } from '../../danish/index.ts';
import type { JsonPath } from '../../json.ts';
import type { ExportMapping } from '../datasaet.ts';
import { info, type Problem, type ProblemText, structuralError } from '../problem.ts';
import { UnreadableFile, unreadable } from '../read/file-problems.ts';
import { foldedName, type TableRecord, textOf } from '../read/records.ts';
import type { FileRules } from './rules.ts';

/** One thing of each column that the rows of a file are read by: its name, or its position. */
export interface PerColumn<Always, Maybe = Always> {
  readonly subject: Always;
  readonly series: Maybe;
  readonly time: Always;
  readonly value: Always;
  readonly provenance: Maybe;
}

/** Names of the columns that a file should have; null when nothing is said of that column. */
export interface ColumnNames extends PerColumn<string, string | null> {
  /** Columns of `udvalg`, in order. */
  readonly selection: readonly string[];
  /** Columns that tell the series together, in order. */
  readonly picks: readonly string[];
}

/** Positions of the columns in a record, -1 for one that the file does not have. */
export interface Columns extends PerColumn<number> {
  /** Without the nameless ones at the end, which a spreadsheet may leave. */
  readonly count: number;
  /** Those of `ColumnNames` by their names. */
  readonly selection: ReadonlyMap<string, number>;
  readonly picks: ReadonlyMap<string, number>;
  /** Tells of the columns with a name that are not used. */
  readonly note: Problem | null;
}

/**
 * Finds the columns by their names, in any order; case does not matter. Throws `UnreadableFile` when one that is needed
 * is missing or stands twice.
 */
export function readHeader(record: TableRecord, { columns: names, mapping }: FileRules): Columns {
  const { fields } = record;
  const [head = ''] = fields;
  // Not split: its separator is another.
  if (fields.length === 1 && /[,\t|]/.test(head)) throw unreadable(record.place(0), unsplit(names.subject, head));
  const problems: Problem[] = [];
  const used = new Set<number>();
  const find = (name: string, isNeeded = true): number => {
    const [first, second] = fields.flatMap((text, i) => (foldedName(text) === foldedName(name) ? [i] : []));
    if (second !== undefined) problems.push(structuralError(record.place(second), twice(name)));
    if (first !== undefined) used.add(first);
    else if (isNeeded) problems.push(missingColumn(name, record, mapping));
    return first ?? -1;
  };
  const columns = {
    count: fields.findLastIndex((name) => name !== '') + 1,
    subject: find(names.subject),
    series: names.series === null ? -1 : find(names.series),
    time: find(names.time),
    value: find(names.value),
    provenance: names.provenance === null ? -1 : find(names.provenance, mapping !== null),
    selection: new Map(names.selection.map((name) => [name, find(name)])),
    picks: new Map(names.picks.map((name) => [name, find(name)])),
  };
  if (problems.length > 0) throw new UnreadableFile(problems);
  return { ...columns, note: unusedColumns(record, used) };
}

/** Tells of the columns with a name that are not among those that are used. */
function unusedColumns(record: TableRecord, used: ReadonlySet<number>): Problem | null {
  const extra = record.fields.flatMap((name, i) => (used.has(i) || name === '' ? [] : [i]));
  const first = extra[0];
  if (first === undefined) return null;
  const shown = extra.slice(0, 20).map((i) => `"${clean(textOf(record, i), 40)}"`);
  const rest = extra.length > 20 ? ` og ${extra.length - 20} til` : '';
  const message = `${extra.length === 1 ? 'Kolonnen' : 'Kolonnerne'} ${shown.join(', ')}${rest} bruges ikke.`;
  return info(record.place(first), { rule: 'ekstra-kolonne', message, remedy: 'Der skal ikke gøres noget.' });
}

/** A file of StatBank's is never mended: the mapping that names a column which it has not got is. */
const missingColumn = (name: string, record: TableRecord, mapping: ExportMapping | null): Problem =>
  mapping === null
    ? structuralError(record.place(0), missing(name, record.fields))
    : structuralError(mapping.place(columnPath(mapping, name)), notInExport(name, mapping.file, record.fields));

/** Path in the mapping of what names a column. */
function columnPath({ columns, selection, picks }: ExportMapping, name: string): JsonPath {
  const [key] = Object.entries(columns).find(([, column]) => column === name) ?? [];
  if (key !== undefined) return ['kolonner', key];
  if (selection.has(name)) return ['udvalg', name];
  const pick = picks.find(({ texts }) => texts.has(name));
  return pick === undefined ? ['kolonner'] : ['serier', pick.id, name];
}

function notInExport(name: string, file: string, found: readonly string[]): ProblemText {
  const named = found.filter((text) => text !== '');
  const columns = byLikeness(name, named)
    .slice(0, 12)
    .map((text) => `"${clean(text, 40)}"`);
  const remedy = `Ret navnet her til en af filens kolonner: ${columns.join(', ')}${named.length > 12 ? ' ...' : ''}.`;
  return lacking(name, remedy, `findes ikke i ${clean(file)}`);
}

const twice = (name: string): ProblemText => ({
  rule: 'dobbelt-kolonne',
  value: name,
  message: `Kolonnen "${clean(name)}" står to gange.`,
  remedy: 'Slet eller omdøb den ene.',
});

function missing(name: string, found: readonly string[]): ProblemText {
  const near = meant(name, found);
  if (near !== null) return lacking(name, `Der står "${clean(near)}"; ret navnet til "${clean(name)}".`);
  const shown = clean(found.slice(0, 12).join(', '), 120);
  return lacking(name, `Filens første linje skal navngive kolonnerne; her står: ${shown}.`);
}

const lacking = (name: string, remedy: string, what = 'mangler'): ProblemText => ({
  rule: 'mangler-kolonne',
  value: name,
  message: `Kolonnen "${clean(name)}" ${what}.`,
  remedy,
});

/** The head is one field: all its columns are missing for one reason, which the first of them tells. */
function unsplit(first: string, head: string): ProblemText {
  const marks = { '\t': 'tabulator', '|': 'lodret streg' };
  const [, mark] = Object.entries(marks).find(([one]) => head.includes(one)) ?? [];
  if (mark !== undefined)
    return lacking(first, `Felterne er skilt med ${mark}. Gem tabellen som "CSV UTF-8 (semikolonsepareret)".`);
  return lacking(
    first,
    'Skil felterne med semikolon, eller skriv "sep=," som første linje, hvis de er skilt med komma.',
  );
}
