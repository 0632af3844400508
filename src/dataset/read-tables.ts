import { createHash, hash } from 'node:crypto';
import { clean, meant } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Catalogue, Series } from './catalogue.ts';
import type { DatasetInfo } from './dataset.ts';
import { DATASAET, type Declaration, readDeclaration } from './declaration.ts';
import { limits } from './limits.ts';
import { mappingProblems } from './mapping/check.ts';
import { fromHead, readHeader } from './mapping/columns.ts';
import { type FileMapping, mappingOfExport, ownMapping } from './mapping/mapping.ts';
import { wholeFile } from './place.ts';
import { ProblemList } from './problems.ts';
import { csvRecords } from './read/csv.ts';
import { collected, type ReadingNotes, sheetRecords } from './read/exported-file.ts';
import { type Folder, readWhole } from './read/files.ts';
import { isEmptyFrom, type RecordSource } from './read/table-record.ts';
import { decodeWhole, linesOf } from './read/text.ts';
import { FileFault, problemsOf } from './read/unreadable.ts';
import { wideTable } from './read/wide.ts';
import { jsonIsNoText } from './rules/declaration.ts';
import {
  emptyFile,
  folderForFile,
  isOfOtherKind,
  misnamedFile,
  missingFile,
  notAFile,
  twoFiles,
} from './rules/files.ts';
import type { Problem } from './rules/rule.ts';
import { notingMadeUp } from './table/provenance-column.ts';
import { RowReader } from './table/rows.ts';
import { SubjectTable } from './table/table.ts';

/** The tables of a dataset. */
export interface Tables {
  readonly indicators: SubjectTable;
  readonly keyFigures: SubjectTable;
}

/** Everything that was read of a dataset, whether it can be used or not. */
interface ReadTables {
  /** Null when `datasaet.json` cannot be used; the tables are then empty. */
  readonly declaration: Declaration | null;
  readonly info: DatasetInfo | null;
  readonly tables: Tables;
  readonly problems: ProblemList;
}

/**
 * Reads all files of a dataset and collects all problems. Throws only when the folder is none or holds no dataset (66).
 */
export async function readTables(folder: Folder, catalogue: Catalogue): Promise<ReadTables> {
  requireDataset(folder);
  const reading = new Reading(folder, catalogue);
  const declaration = reading.declaration();
  const edition = declaration?.edition ?? '0000-01';
  const tables = {
    indicators: new SubjectTable('indikatorer', catalogue, edition),
    keyFigures: new SubjectTable('noegletal', catalogue, edition),
  };
  if (declaration === null) return { declaration, info: null, tables, problems: reading.problems };
  const mappings = reading.usableMappings(declaration);
  await reading.table(tables.indicators, declaration, mappings);
  await reading.table(tables.keyFigures, declaration, mappings);
  const { title, sources, statusYears, periods, publication, notes } = declaration;
  return {
    declaration,
    info: { edition, title, sources, statusYears, periods, publication, notes, digest: reading.digest() },
    tables,
    problems: reading.problems,
  };
}

/** Files of which a folder must hold one at least to be a dataset with something wrong, not another folder. */
const ownFiles = [DATASAET, 'indikatorer.csv', 'noegletal.csv', 'indikatorer.csv.gz', 'noegletal.csv.gz'];

function requireDataset(folder: Folder): void {
  const kind = folder.kind('');
  if (kind === 'folder' && ownFiles.some((name) => folder.kind(name) !== 'missing')) return;
  const what =
    kind === 'missing' ? 'findes ikke' : kind === 'folder' ? 'har ingen af datasættets filer' : 'er ikke en mappe';
  const remedy = 'Angiv mappen med datasaet.json, indikatorer.csv og noegletal.csv.';
  throw new UserError(exitCode.noInput, `${clean(folder.path, 300)}: datasættets mappe ${what}. ${remedy}`);
}

/** The reading of one dataset's files. */
class Reading {
  readonly problems = new ProblemList();
  readonly #folder: Folder;
  readonly #catalogue: Catalogue;
  readonly #digests = new Map<string, string>();
  /** Files that `statbank` names. */
  #named: ReadonlySet<string> = new Set();

  constructor(folder: Folder, catalogue: Catalogue) {
    this.#folder = folder;
    this.#catalogue = catalogue;
  }

  /** `datasaet.json`; null when it cannot be used. */
  declaration(): Declaration | null {
    if (!this.#isFile(DATASAET)) return null;
    try {
      const bytes = readWhole(this.#folder, DATASAET, limits.json);
      this.#digests.set(DATASAET, hash('sha256', bytes));
      if (bytes.includes(0)) throw new FileFault(jsonIsNoText);
      const { declaration, problems } = readDeclaration(decodeWhole(bytes, DATASAET), this.#catalogue);
      this.problems.add(...problems);
      return declaration;
    } catch (error) {
      this.problems.add(...problemsOf(error, DATASAET));
      return null;
    }
  }

  /** The mappings of StatBank's files, or none when one is wrong: every row read by it would be one more problem. */
  usableMappings({ exports }: Declaration): Declaration['exports'] {
    this.#named = new Set(exports.map(({ file }) => file));
    const wrong = mappingProblems(exports, this.#catalogue);
    this.problems.add(...wrong);
    return wrong.length === 0 ? exports : [];
  }

  /**
   * Reads the dataset's own file of a table, and the exports for it that can be used. A wrong mapping makes up for an own
   * file too: that one is missing would follow from it.
   */
  async table(table: SubjectTable, declaration: Declaration, mappings: Declaration['exports']): Promise<void> {
    const own = this.#ownFile(table.name, declaration);
    if (own !== null) await this.#file(table, ownMapping(own, table.name, this.#catalogue, declaration, mappings));
    for (const mapping of mappings) {
      if (mapping.table === table.name) await this.#file(table, mappingOfExport(mapping, this.#catalogue));
    }
    table.doubtContradicted();
    table.regions.doubtContradicted();
  }

  /** Reads a file of figures into a table, and notes the digest of what was read. */
  async #file(table: SubjectTable, mapping: FileMapping): Promise<void> {
    if (this.problems.isFull || !this.#isFile(mapping.file)) return;
    const hash = createHash('sha256');
    const note = (problem: Problem): void => this.problems.add(problem);
    let rows: RowReader | null = null;
    try {
      for await (const records of recordsOf(this.#folder, mapping, { hash, note })) {
        for (const record of records) {
          if (rows !== null) rows.read(record);
          else if (!isEmptyFrom(record, 0))
            rows = new RowReader(readHeader(record, mapping), mapping, table, this.problems);
        }
      }
      if (rows === null) throw new FileFault(emptyFile);
      rows.end();
    } catch (error) {
      this.problems.add(...problemsOf(error, mapping.file));
    }
    if (rows?.unusedColumns) note(rows.unusedColumns);
    this.#digests.set(mapping.file, hash.digest('hex'));
  }

  /** Name of the dataset's own file of a table; null when there is none and exports make up for it. */
  #ownFile(table: Series['table'], { exports }: Declaration): string | null {
    const plain = `${table}.csv`;
    const packed = `${plain}.gz`;
    const [hasPlain, hasPacked] = [plain, packed].map((name) => this.#folder.kind(name) !== 'missing');
    if (hasPlain && hasPacked) this.problems.add(twoFiles.at(wholeFile(packed), plain));
    if (hasPlain) return plain;
    if (hasPacked) return packed;
    return exports.some((mapping) => mapping.table === table) ? null : plain;
  }

  #isFile(name: string): boolean {
    const kind = this.#folder.kind(name);
    if (kind === 'file') return true;
    const near = kind === 'missing' ? this.#near(name) : null;
    const place = wholeFile(name);
    const rules = { missing: missingFile, folder: folderForFile, other: notAFile };
    this.problems.add(
      near === null ? rules[kind].at(place) : misnamedFile.at(place, name, near, ownFiles.includes(name)),
    );
    return false;
  }

  /** The file in the folder that most likely is the missing one under another name; null when there is none. */
  #near(name: string): string | null {
    const isTaken = (other: string): boolean => ownFiles.includes(other) || this.#named.has(other);
    const others = this.#folder.names().filter((other) => !isTaken(other) && !isOfOtherKind(name, other));
    return meant(name, others);
  }

  /** One digest of all files: of their names and digests, in the order of the names. */
  digest(): string {
    const names = [...this.#digests.keys()].sort();
    return hash('sha256', names.map((name) => `${name}\0${this.#digests.get(name)}\n`).join(''));
  }
}

/** The records of a file in the long form, the head first. */
async function* recordsOf(folder: Folder, mapping: FileMapping, notes: ReadingNotes): RecordSource {
  const { file, isOwn, isWide, columns } = mapping;
  if (isOwn) return yield* csvRecords(linesOf(folder, file, notes.hash), file);
  const isSaid = mapping.provenance !== null || columns.kilde !== undefined;
  const all = sheetRecords(folder, mapping, notes);
  const records = isSaid ? all : notingMadeUp(all, notes.note);
  if (!isWide) yield* fromHead(records, mapping);
  else {
    const area = { column: columns.kommune, isArea: (text: string) => mapping.subjectOf(text) !== null };
    const { head, rows } = wideTable(await collected(records), area);
    yield [head];
    yield rows;
  }
}
