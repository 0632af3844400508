import { clean, meant } from '../../danish/index.ts';
import type { Problem } from '../problem.ts';
import { type Finding, info, structuralError } from '../problems.ts';
import type { Scanner } from '../read/scanner.ts';

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
}

export interface HeaderResult {
  /** Null when a column that is needed is missing or stands twice. */
  readonly columns: Columns | null;
  readonly problems: readonly Problem[];
}

const fold = (name: string): string => name.toLowerCase().normalize('NFC');

/** Finds the columns by the names in the scanner's current record, in any order; case does not matter. */
export function readHeader(scanner: Scanner, names: ColumnNames, file: string): HeaderResult {
  const found = Array.from({ length: scanner.count }, (_, i) => scanner.text(i));
  const header = new Header(scanner, file, found);
  const columns: Columns = {
    count: trimmedCount(found),
    subject: header.needed(names.subject),
    series: names.series === null ? -1 : header.needed(names.series),
    time: header.needed(names.time),
    value: header.needed(names.value),
    provenance: names.provenance === null ? -1 : header.optional(names.provenance, names.provenanceOptional),
    selection: names.selection.map((name) => header.needed(name)),
  };
  const bad = header.problems.length > 0;
  return { columns: bad ? null : columns, problems: bad ? header.problems : header.extraColumns() };
}

/** Columns without the nameless ones at the end, which a spreadsheet may leave. */
function trimmedCount(found: readonly string[]): number {
  let count = found.length;
  while (count > 1 && found[count - 1] === '') count--;
  return count;
}

class Header {
  readonly problems: Problem[] = [];
  readonly #scanner: Scanner;
  readonly #file: string;
  readonly #found: readonly string[];
  readonly #used = new Set<number>();

  constructor(scanner: Scanner, file: string, found: readonly string[]) {
    this.#scanner = scanner;
    this.#file = file;
    this.#found = found;
  }

  needed(name: string): number {
    return this.optional(name, false);
  }

  optional(name: string, mayLack: boolean): number {
    const at = this.#found.flatMap((text, i) => (fold(text) === fold(name) ? [i] : []));
    const second = at[1];
    if (second !== undefined) this.#add(second, twice(name));
    if (at[0] === undefined && !mayLack) this.#add(0, missing(name, this.#found, this.#scanner.separator));
    if (at[0] !== undefined) this.#used.add(at[0]);
    return at[0] ?? -1;
  }

  /** One note that names all columns that are not used. */
  extraColumns(): Problem[] {
    const extra = this.#found.flatMap((name, i) => (this.#used.has(i) || name === '' ? [] : [i]));
    const first = extra[0];
    if (first === undefined) return [];
    const shown = extra.slice(0, 20).map((i) => `"${clean(this.#found[i] ?? '', 40)}"`);
    const rest = extra.length > 20 ? ` og ${extra.length - 20} til` : '';
    const message = `${extra.length === 1 ? 'Kolonnen' : 'Kolonnerne'} ${shown.join(', ')}${rest} bruges ikke.`;
    return [info(this.#place(first), { rule: 'ekstra-kolonne', message, remedy: 'Der skal ikke gøres noget.' })];
  }

  #add(field: number, finding: Finding): void {
    this.problems.push(structuralError(this.#place(field), finding));
  }

  #place(field: number): Problem['place'] {
    return { file: this.#file, line: this.#scanner.lineOf(field), column: this.#scanner.columnOf(field) };
  }
}

const twice = (name: string): Finding => ({
  rule: 'dobbelt-kolonne',
  value: name,
  message: `Kolonnen "${clean(name)}" står to gange.`,
  remedy: 'Slet eller omdøb den ene.',
});

function missing(name: string, found: readonly string[], separator: number): Finding {
  const near = meant(name, found);
  const only = found.length === 1 && separator === 0x3b && /[,\t|]/.test(found[0] ?? '');
  const remedy = only
    ? 'Skil felterne med semikolon, eller skriv "sep=," som første linje, hvis de er skilt med komma.'
    : near === null
      ? `Filens første linje skal navngive kolonnerne; her står: ${clean(found.slice(0, 12).join(', '), 120)}.`
      : `Der står "${clean(near)}"; ret navnet til "${clean(name)}".`;
  return { rule: 'mangler-kolonne', value: name, message: `Kolonnen "${clean(name)}" mangler.`, remedy };
}
