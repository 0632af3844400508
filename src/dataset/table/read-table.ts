import { join } from 'node:path';
import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { type Finding, info, type ProblemList, structuralError, wholeFile } from '../problems.ts';
import type { RecordTaker } from '../read/file-run.ts';
import type { DatasetFiles } from '../read/files.ts';
import { scanFile } from '../read/read-file.ts';
import type { Scanner } from '../read/scanner.ts';
import { type ColumnNames, type Columns, readHeader } from './columns.ts';
import type { RowRules } from './row-rules.ts';
import { RowReader } from './rows.ts';
import type { Table } from './table.ts';

/** A file to read into a table. */
export interface TableFile {
  readonly folder: string;
  readonly name: string;
  readonly columns: ColumnNames;
  readonly rules: RowRules;
}

/** Reads a file of figures into `table`, its problems into `problems`; the SHA-256 of its bytes. */
export async function readTable(
  files: DatasetFiles,
  { folder, name, columns, rules }: TableFile,
  table: Table,
  problems: ProblemList,
): Promise<string> {
  const reading = new Reading(columns, rules, table, problems);
  const end = await scanFile(files, join(folder, name), name, reading);
  for (const problem of [end.problem, reading.missingHeader(name, end.problem), reading.passed(name)]) {
    if (problem !== null) problems.add(problem);
  }
  return end.digest;
}

/** The state of one file's reading: first its header, then its rows. */
class Reading implements RecordTaker {
  #rows: RowReader | undefined;
  #failed = false;
  #sawSeparator = false;
  readonly #names: ColumnNames;
  readonly #rules: RowRules;
  readonly #table: Table;
  readonly #problems: ProblemList;

  constructor(names: ColumnNames, rules: RowRules, table: Table, problems: ProblemList) {
    this.#names = names;
    this.#rules = rules;
    this.#table = table;
    this.#problems = problems;
  }

  take(scanner: Scanner): boolean {
    if (this.#rows !== undefined) {
      this.#rows.read();
      if (this.#rows.full) return this.#giveUp(scanner, tooManyFigures);
      return !this.#problems.full || this.#giveUp(scanner, tooManyErrors);
    }
    if (this.#isSeparatorLine(scanner) || isBlank(scanner)) return true;
    const header = readHeader(scanner, this.#names, this.#rules.file);
    for (const problem of header.problems) this.#problems.add(problem);
    if (header.columns === null) {
      this.#failed = true;
      return false;
    }
    this.#begin(scanner, header.columns);
    return true;
  }

  takePlain(): void {
    this.#rows?.readPlain();
  }

  missingHeader(file: string, end: Problem | null): Problem | null {
    if (this.#rows !== undefined || this.#failed || end !== null) return null;
    return structuralError(wholeFile(file), empty);
  }

  passed(file: string): Problem | null {
    const count = this.#rows?.passed ?? 0;
    return count === 0 ? null : info(wholeFile(file), passedOver(count));
  }

  #begin(scanner: Scanner, columns: Columns): void {
    this.#rows = new RowReader(scanner, columns, this.#rules, this.#table, this.#problems);
  }

  /** Excel's "sep=;" before the header names the separator. */
  #isSeparatorLine(scanner: Scanner): boolean {
    if (scanner.line !== 1 || this.#sawSeparator) return false;
    this.#sawSeparator = true;
    const line = scanner.recordText();
    const match = /^"?sep=([;,\t])"?\s*$/i.exec(line);
    if (match !== null) scanner.separator = (match[1] ?? ';').charCodeAt(0);
    return match !== null;
  }

  #giveUp(scanner: Scanner, why: Finding): boolean {
    const place = { file: this.#rules.file, line: scanner.line, column: 1 };
    this.#problems.add(structuralError(place, why));
    return false;
  }
}

const isBlank = (scanner: Scanner): boolean => scanner.count === 1 && scanner.text(0) === '';

const empty: Finding = {
  rule: 'tom-fil',
  message: 'Filen er tom.',
  remedy: 'Filens første linje skal navngive kolonnerne.',
};

const tooManyErrors: Finding = {
  rule: 'for-mange-fejl',
  message: 'Der er så mange fejl, at læsningen er stoppet her.',
  remedy: 'Ret de første; ofte har de samme grund, fx et forkert "decimaltegn" i datasaet.json.',
};

const tooManyFigures: Finding = {
  rule: 'for-mange-tal',
  message: `Tabellen har flere end ${limits.figures} tal.`,
  remedy: 'Del datasættet op.',
};

const passedOver = (count: number): Finding => ({
  rule: 'sprunget-over',
  message: `${count} ${count === 1 ? 'række' : 'rækker'} er sprunget over: regioner, landsdele og det, som "udvalg" og "serier" fravælger.`,
  remedy: 'Der skal ikke gøres noget.',
});
