import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import { info, type Problem, type ProblemText, wholeFile } from '../problem.ts';
import type { ProblemList } from '../problems.ts';
import { csvRecords } from '../read/csv.ts';
import { emptyFile, problemsOf, unreadable } from '../read/file-problems.ts';
import type { Folder } from '../read/files.ts';
import { linesOf } from '../read/lines.ts';
import type { TableRecord } from '../read/records.ts';
import { exportedRecords } from '../read/source.ts';
import { readHeader } from './columns.ts';
import { RowReader } from './rows.ts';
import type { FileRules } from './rules.ts';
import type { SubjectTable } from './table.ts';

/** Reads a file of figures into `table`, its problems into `problems`; returns the SHA-256 of what was read. */
export async function readTable(
  folder: Folder,
  rules: FileRules,
  table: SubjectTable,
  problems: ProblemList,
): Promise<string> {
  const hash = createHash('sha256');
  const reader = new TableReader(rules, table, problems);
  try {
    const { file, exported } = rules;
    const source = exported ? exportedRecords(folder, exported, hash) : csvRecords(linesOf(folder, file, hash), file);
    for await (const records of source) {
      for (const record of records) reader.read(record);
    }
    reader.end();
    if (reader.passed > 0 && !reader.hasUselessMapping)
      problems.add(info(wholeFile(rules.file), passedOver(reader.passed)));
  } catch (error) {
    for (const problem of problemsOf(error, rules.file)) problems.add(problem);
  }
  if (reader.note !== null) problems.add(reader.note);
  return hash.digest('hex');
}

/** Reads the records of a file: the first is the header. Throws `UnreadableFile` when no more should be read. */
class TableReader {
  /** The mapping throws figures away by a slip: that rows are passed over is no news then. */
  hasUselessMapping = false;
  #rows: RowReader | null = null;
  #unused: Problem | null = null;
  readonly #rules: FileRules;
  readonly #table: SubjectTable;
  readonly #problems: ProblemList;

  constructor(rules: FileRules, table: SubjectTable, problems: ProblemList) {
    this.#rules = rules;
    this.#table = table;
    this.#problems = problems;
  }

  /** Tells of columns that are not used, unless it is told already that one of them should have another name. */
  get note(): Problem | null {
    return this.#rows?.isProvenanceMisnamed === true ? null : this.#unused;
  }

  get passed(): number {
    return this.#rows?.passed ?? 0;
  }

  read(record: TableRecord): void {
    if (this.#rows === null) this.#readHeader(record);
    else this.#rows.read(record);
    const end = this.#rows?.isFull ? tooManyFigures : this.#problems.isFull ? tooManyErrors : null;
    if (end !== null) throw unreadable({ ...record.place(0), line: record.line, column: 1 }, end);
  }

  end(): void {
    if (this.#rows === null) throw unreadable(wholeFile(this.#rules.file), emptyFile);
    const useless = this.#rows.mappingProblems();
    this.hasUselessMapping = useless.length > 0;
    for (const problem of useless) this.#problems.add(problem);
  }

  #readHeader(record: TableRecord): void {
    if (record.fields.every((field) => field === '')) return;
    const { columns, note } = readHeader(record, this.#rules.columns, this.#rules.mapping);
    this.#unused = note;
    this.#rows = new RowReader(columns, this.#rules, this.#table, this.#problems);
  }
}

const tooManyErrors: ProblemText = {
  rule: 'for-mange-fejl',
  message: 'Der er så mange fejl, at læsningen er stoppet her.',
  remedy: 'Ret de første; ofte har de samme grund, fx et forkert "decimaltegn" i datasaet.json.',
};

const tooManyFigures: ProblemText = {
  rule: 'for-mange-tal',
  message: `Tabellen har flere end ${limits.figures} tal.`,
  remedy: 'Del datasættet op.',
};

const passedOver = (count: number): ProblemText => ({
  rule: 'sprunget-over',
  message: `${count} ${count === 1 ? 'række' : 'rækker'} er sprunget over: landsdele, Christiansø og det, som "udvalg" og "serier" fravælger.`,
  remedy: 'Der skal ikke gøres noget.',
});
