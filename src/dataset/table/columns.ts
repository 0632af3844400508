import { byLikeness, clean, meant } from '../../danish/index.ts';
import type { JsonPath } from '../../json.ts';
import type { ExportMapping } from '../datasaet.ts';
import { info, type Problem, type ProblemText, structuralError } from '../problem.ts';
import { UnreadableFile, unreadable } from '../read/file-problems.ts';
import type { TableRecord } from '../read/records.ts';

/** Names of the columns that a file should have; null when nothing is said of that column. */
export interface ColumnNames {
  readonly subject: string;
  readonly series: string | null;
  readonly time: string;
  readonly value: string;
  readonly provenance: string | null;
  /** The provenance column may be left out. */
  readonly provenanceOptional: boolean;
  /** Columns of `udvalg`, in order. */
  readonly selection: readonly string[];
  /** Columns that tell the series together, in order. */
  readonly picks: readonly string[];
}

/** Positions of the columns in a record, -1 for one that the file does not have. */
export interface Columns {
  readonly count: number;
  readonly subject: number;
  readonly series: number;
  readonly time: number;
  readonly value: number;
  readonly provenance: number;
  readonly selection: readonly number[];
  readonly picks: readonly number[];
}

const fold = (name: string): string => name.toLowerCase().normalize('NFC');

/**
 * Finds the columns by their names, in any order; case does not matter. `note` tells of those that are not used.
 * Throws `UnreadableFile` when one that is needed is missing or stands twice.
 */
export function readHeader(
  record: TableRecord,
  names: ColumnNames,
  mapping: ExportMapping | null,
): { columns: Columns; note: Problem | null } {
  if (isOneField(record.fields)) throw unreadable(record.place(0), unsplit(names.subject, record.fields[0] ?? ''));
  const header = new Header(record, mapping);
  const columns: Columns = {
    count: trimmedCount(record.fields),
    subject: header.needed(names.subject),
    series: names.series === null ? -1 : header.needed(names.series),
    time: header.needed(names.time),
    value: header.needed(names.value),
    provenance: names.provenance === null ? -1 : header.optional(names.provenance, names.provenanceOptional),
    selection: names.selection.map((name) => header.needed(name)),
    picks: names.picks.map((name) => header.needed(name)),
  };
  if (header.problems.length > 0) throw new UnreadableFile(header.problems);
  return { columns, note: header.unusedColumns() };
}

/** Columns without the nameless ones at the end, which a spreadsheet may leave. */
function trimmedCount(found: readonly string[]): number {
  let count = found.length;
  while (count > 1 && found[count - 1] === '') count--;
  return count;
}

class Header {
  readonly problems: Problem[] = [];
  readonly #record: TableRecord;
  readonly #mapping: ExportMapping | null;
  readonly #used = new Set<number>();

  constructor(record: TableRecord, mapping: ExportMapping | null) {
    this.#record = record;
    this.#mapping = mapping;
  }

  needed(name: string): number {
    return this.optional(name, false);
  }

  optional(name: string, mayLack: boolean): number {
    const at = this.#record.fields.flatMap((text, i) => (fold(text) === fold(name) ? [i] : []));
    const second = at[1];
    if (second !== undefined) this.#add(second, twice(name));
    if (at[0] === undefined && !mayLack) this.#missing(name);
    if (at[0] !== undefined) this.#used.add(at[0]);
    return at[0] ?? -1;
  }

  unusedColumns(): Problem | null {
    const extra = this.#record.fields.flatMap((name, i) => (this.#used.has(i) || name === '' ? [] : [i]));
    const first = extra[0];
    if (first === undefined) return null;
    const shown = extra.slice(0, 20).map((i) => `"${clean(this.#record.fields[i] ?? '', 40)}"`);
    const rest = extra.length > 20 ? ` og ${extra.length - 20} til` : '';
    const message = `${extra.length === 1 ? 'Kolonnen' : 'Kolonnerne'} ${shown.join(', ')}${rest} bruges ikke.`;
    return info(this.#record.place(first), { rule: 'ekstra-kolonne', message, remedy: 'Der skal ikke gøres noget.' });
  }

  /** A file of StatBank's is never mended: the mapping that names a column which it has not got is. */
  #missing(name: string): void {
    const { fields } = this.#record;
    const mapping = this.#mapping;
    if (mapping === null) this.#add(0, missing(name, fields));
    else {
      const place = mapping.place(columnPath(mapping, name));
      this.problems.push(structuralError(place, notInExport(name, mapping.file, fields)));
    }
  }

  #add(field: number, text: ProblemText): void {
    this.problems.push(structuralError(this.#record.place(field), text));
  }
}

/** True for a header that has not been split: its separator is another. */
const isOneField = (found: readonly string[]): boolean => found.length === 1 && /[,\t|]/.test(found[0] ?? '');

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
  return {
    rule: 'mangler-kolonne',
    value: name,
    message: `Kolonnen "${clean(name)}" findes ikke i ${clean(file)}.`,
    remedy: `Ret navnet her til en af filens kolonner: ${columns.join(', ')}${named.length > 12 ? ' ...' : ''}.`,
  };
}

const twice = (name: string): ProblemText => ({
  rule: 'dobbelt-kolonne',
  value: name,
  message: `Kolonnen "${clean(name)}" står to gange.`,
  remedy: 'Slet eller omdøb den ene.',
});

function missing(name: string, found: readonly string[]): ProblemText {
  const near = meant(name, found);
  const remedy =
    near === null
      ? `Filens første linje skal navngive kolonnerne; her står: ${clean(found.slice(0, 12).join(', '), 120)}.`
      : `Der står "${clean(near)}"; ret navnet til "${clean(name)}".`;
  return lacking(name, remedy);
}

const lacking = (name: string, remedy: string): ProblemText => ({
  rule: 'mangler-kolonne',
  value: name,
  message: `Kolonnen "${clean(name)}" mangler.`,
  remedy,
});

const saveWithSemicolons = 'Gem tabellen som "CSV UTF-8 (semikolonsepareret)".';

/** The head is one field: all its columns are missing for one reason, which the first of them tells. */
function unsplit(first: string, head: string): ProblemText {
  if (head.includes('\t')) return lacking(first, `Felterne er skilt med tabulator. ${saveWithSemicolons}`);
  if (head.includes('|')) return lacking(first, `Felterne er skilt med lodret streg. ${saveWithSemicolons}`);
  return lacking(
    first,
    'Skil felterne med semikolon, eller skriv "sep=," som første linje, hvis de er skilt med komma.',
  );
}
