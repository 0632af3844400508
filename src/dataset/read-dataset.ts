import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { clean } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Catalogue, Series } from './catalogue.ts';
import type { Tables } from './checked-dataset.ts';
import type { DatasetInfo } from './dataset.ts';
import { type Declaration, type ReadInfo, readInfo } from './info/read-info.ts';
import { limits } from './limits.ts';
import { type Finding, ProblemList, structuralError, wholeFile } from './problems.ts';
import { cannotRead } from './read/file-findings.ts';
import type { DatasetFiles } from './read/files.ts';
import { readSmallText } from './read/read-text.ts';
import { readTable } from './table/read-table.ts';
import { makeTable, type Table } from './table/table.ts';
import { exportedFile, type FileRules, mappingProblems, plainFile } from './table/table-files.ts';
import { Periods, years } from './table/times.ts';

/** Everything that was read of a dataset, whether it can be used or not. */
export interface ReadDataset {
  /** Null when `datasaet.json` cannot be used; the tables are then empty. */
  readonly info: DatasetInfo | null;
  readonly tables: Tables;
  readonly problems: ProblemList;
}

const INFO_FILE = 'datasaet.json';

/** Reads all files of a dataset and collects all problems. Throws only when the folder is none or holds no dataset (66). */
export async function readDataset(
  folder: string,
  catalogue: Catalogue,
  files: DatasetFiles,
  subjects: ReadonlySet<string> | undefined,
): Promise<ReadDataset> {
  requireFolder(folder, files);
  const problems = new ProblemList();
  const digests = new Map<string, string>();
  const { declaration } = readDeclaration(folder, files, problems, digests);
  const periods = new Periods(declaration?.edition ?? '0000-01');
  const tables: Tables = {
    indicators: makeTable('indikatorer', catalogue, years(declaration?.edition ?? '0000-01'), subjects),
    keyFigures: makeTable('noegletal', catalogue, periods, subjects),
    periods,
  };
  if (declaration === null) return { info: null, tables, problems };
  const wrongMappings = mappingProblems(declaration.exports, catalogue);
  for (const problem of wrongMappings) problems.add(problem);
  // Read by a wrong mapping, every row of an export would be one more problem.
  const readable = wrongMappings.length === 0 ? declaration : { ...declaration, exports: [] };
  const reading = { folder, files, catalogue, declaration: readable, problems, digests };
  await readTables(reading, tables.indicators);
  await readTables(reading, tables.keyFigures);
  return { info: infoOf(declaration, digests), tables, problems };
}

interface ReadingState {
  readonly folder: string;
  readonly files: DatasetFiles;
  readonly catalogue: Catalogue;
  readonly declaration: Declaration;
  readonly problems: ProblemList;
  readonly digests: Map<string, string>;
}

/** Files of which a folder must hold one at least to be a dataset with something wrong, not another folder. */
const ownFiles = [INFO_FILE, 'indikatorer.csv', 'noegletal.csv', 'indikatorer.csv.gz', 'noegletal.csv.gz'];

function requireFolder(folder: string, files: DatasetFiles): void {
  const kind = kindOf(files, folder);
  if (kind === 'folder' && ownFiles.some((name) => kindOf(files, join(folder, name)) !== 'missing')) return;
  const what =
    kind === 'missing' ? 'findes ikke' : kind === 'folder' ? 'har ingen af datasættets filer' : 'er ikke en mappe';
  const remedy = 'Angiv mappen med datasaet.json, indikatorer.csv og noegletal.csv (--data, eller --med i sammenlign).';
  throw new UserError(exitCode.noInput, `${clean(folder, 300)}: datasættets mappe ${what}. ${remedy}`);
}

function kindOf(files: DatasetFiles, path: string): ReturnType<DatasetFiles['kind']> {
  try {
    return files.kind(path);
  } catch {
    // What cannot be looked at is tried all the same: opening it then says why.
    return 'file';
  }
}

function readDeclaration(
  folder: string,
  files: DatasetFiles,
  problems: ProblemList,
  digests: Map<string, string>,
): ReadInfo {
  const nothing: ReadInfo = { declaration: null, problems: [] };
  if (!isFile(folder, INFO_FILE, files, problems)) return nothing;
  try {
    const { text, digest } = readSmallText(files, join(folder, INFO_FILE));
    digests.set(INFO_FILE, digest);
    const read =
      text === null ? { ...nothing, problems: [structuralError(wholeFile(INFO_FILE), notJson)] } : readInfo(text);
    for (const problem of read.problems) problems.add(problem);
    return read;
  } catch (error) {
    problems.add(structuralError(wholeFile(INFO_FILE), cannotRead(error)));
    return nothing;
  }
}

/** Reads the dataset's own file of a table, and all exports for it. */
async function readTables(state: ReadingState, table: Table): Promise<void> {
  const { catalogue, declaration } = state;
  const exports = declaration.exports.filter((mapping) => mapping.table === table.name);
  const own = ownFile(state, table.name, exports.length === 0);
  if (own !== null) await readOne(state, table, plainFile(own, table.name, catalogue, declaration.style));
  for (const mapping of exports) await readOne(state, table, exportedFile(mapping, catalogue));
  spoilContradicted(table);
}

/** A figure is in doubt when a wrong row is meant for the same cell: nobody knows which of the two is right. */
function spoilContradicted({ wrong, store }: Table): void {
  for (const { subject, series, time } of wrong) {
    if (subject < 0 || series < 0 || time < 0) continue;
    const row = store.find(subject, series, time);
    if (row >= 0) store.spoil(row);
  }
}

async function readOne(state: ReadingState, table: Table, { columns, rules }: FileRules): Promise<void> {
  const { folder, files, problems, digests } = state;
  if (problems.full || !isFile(folder, rules.file, files, problems)) return;
  const digest = await readTable(files, { folder, name: rules.file, columns, rules }, table, problems);
  digests.set(rules.file, digest);
}

/** Name of the dataset's own file of a table; null when there is none and exports make up for it. */
function ownFile({ folder, files, problems }: ReadingState, table: Series['table'], needed: boolean): string | null {
  const plain = `${table}.csv`;
  const packed = `${plain}.gz`;
  const [hasPlain, hasPacked] = [plain, packed].map((name) => kindOf(files, join(folder, name)) !== 'missing');
  if (hasPlain && hasPacked) problems.add(structuralError(wholeFile(packed), twoFiles(plain)));
  if (hasPlain) return plain;
  return hasPacked ? packed : needed ? plain : null;
}

function isFile(folder: string, name: string, files: DatasetFiles, problems: ProblemList): boolean {
  const kind = kindOf(files, join(folder, name));
  if (kind === 'file') return true;
  problems.add(structuralError(wholeFile(name), notAFile[kind]));
  return false;
}

const notAFile: Readonly<Record<'folder' | 'other' | 'missing', Finding>> = {
  missing: {
    rule: 'mangler-fil',
    message: 'Filen findes ikke i datasættets mappe.',
    remedy: 'Læg filen i mappen; docs/data-format.md viser, hvad den skal indeholde.',
  },
  folder: {
    rule: 'mappe-i-stedet-for-fil',
    message: 'Her er en mappe, hvor der skal være en fil.',
    remedy: 'Fjern eller omdøb mappen, og læg filen i stedet.',
  },
  other: {
    rule: 'ikke-en-fil',
    message: 'Dette er ikke en almindelig fil.',
    remedy: 'Læg en almindelig fil i stedet.',
  },
};

const notJson: Finding = {
  rule: 'json',
  message: `Filen er ikke en tekstfil, eller den fylder mere end ${limits.json / 1_000_000} MB.`,
  remedy: 'Skriv filen som i docs/data-format.md.',
};

const twoFiles = (plain: string): Finding => ({
  rule: 'to-filer',
  message: `Både ${plain} og ${plain}.gz findes.`,
  remedy: 'Slet den ene.',
});

const infoOf = (declaration: Declaration, digests: ReadonlyMap<string, string>): DatasetInfo => ({
  edition: declaration.edition,
  title: declaration.title,
  sources: declaration.sources,
  statusYears: declaration.statusYears,
  digest: combined(digests),
});

/** One digest of all files: of their names and digests, in the order of the names. */
function combined(digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  const names = [...digests.keys()].sort();
  for (const name of names) hash.update(`${name}\0${digests.get(name)}\n`);
  return hash.digest('hex');
}
