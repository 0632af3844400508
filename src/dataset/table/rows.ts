import { slipsOf } from '../../danish/index.ts';
import { compare } from '../../decimal.ts';
import type { Figure, Provenance } from '../figure.ts';
import { limits } from '../limits.ts';
import type { Value } from '../number.ts';
import { type Problem, type ProblemText, placeText, rowError, structuralError, warning } from '../problem.ts';
import type { ProblemList } from '../problems.ts';
import { isEmptyFrom, type TableRecord, textOf } from '../read/records.ts';
import type { Columns } from './columns.ts';
import { MappingUse } from './mapping-use.ts';
import { ProvenanceProbe } from './provenance-probe.ts';
import { RowFields, shownText } from './row-fields.ts';
import {
  badProvenance,
  cutOff,
  differentProvenance,
  differentValues,
  flawedCell,
  lineBreak,
  sameTwice,
  unknownSeries,
  unknownSubject,
  unlistedSeries,
  wrongCount,
} from './row-problems.ts';
import { type FileRules, PASSED } from './rules.ts';
import { meantId } from './spreadsheet-slips.ts';
import type { Cell, SubjectTable, WrongRow } from './table.ts';

/** Reads the rows of one file into a table. */
export class RowReader {
  /** Rows of landsdele, other areas and series that are passed over. */
  passed = 0;
  /** The table holds `limits.figures` and can take no more. */
  isFull = false;
  readonly #table: SubjectTable;
  readonly #rules: FileRules;
  readonly #columns: Columns;
  readonly #problems: ProblemList;
  readonly #fields: RowFields;
  readonly #use: MappingUse | null;
  /** Columns that tell whether a row is wanted, and those that hold what is wanted of it. */
  readonly #telling: readonly number[];
  readonly #told: readonly number[];
  readonly #probe: ProvenanceProbe | null;
  /** Figures of subjects, and wrong rows, of this file. */
  #figures = 0;
  #refused = 0;

  constructor(columns: Columns, rules: FileRules, table: SubjectTable, problems: ProblemList) {
    this.#columns = columns;
    this.#rules = rules;
    this.#table = table;
    this.#problems = problems;
    this.#fields = new RowFields(columns, rules, table);
    this.#use = rules.mapping === null ? null : new MappingUse(rules.mapping);
    this.#telling = [columns.subject, columns.series, ...columns.selection, ...columns.picks];
    this.#told = [columns.time, columns.value, columns.provenance];
    this.#probe = columns.provenance < 0 && rules.mayHideProvenance ? new ProvenanceProbe() : null;
  }

  read(record: TableRecord): void {
    if (isEmptyFrom(record, 0) || !this.#isWhole(record)) return;
    this.#use?.note(this.#fields.chosenBy(record));
    if (this.#isFlawed(record, this.#telling)) return;
    for (const problem of this.#probe?.look(record) ?? []) this.#problems.add(problem);
    const subject = this.#fields.subject(record);
    const series = this.#fields.series(record);
    if (subject === PASSED || series === PASSED || !this.#fields.isSelected(record)) {
      this.passed++;
      return;
    }
    if (this.#isFlawed(record, this.#told)) return;
    const time = this.#fields.time(record);
    const provenance = this.#fields.provenance(record);
    const read = this.#fields.value(record);
    const valueProblem = this.#fields.valueProblem(read, series);
    if (subject === null || series === null || time === null || provenance === null || valueProblem !== null) {
      const mayBeNumber = typeof read.value === 'string' || read.value.value !== null;
      this.#refuse(record, { subject, series, time, mayBeNumber }, provenance, valueProblem);
    } else this.#keep(record, { subject, series, time }, read.value as Value, read.text, provenance);
  }

  /** A column that is not used holds provenances. */
  get isProvenanceMisnamed(): boolean {
    return this.#probe?.hasFound === true;
  }

  /** What the whole file shows of its mapping: texts of it that no row has, or not one figure. */
  mappingProblems(): readonly Problem[] {
    return this.#use?.problems(this.#figures, this.#refused) ?? [];
  }

  /** Reports a cell that cannot be taken as text or number, in a column that is used. A date may be a time. */
  #isFlawed(record: TableRecord, fields: readonly number[]): boolean {
    if (record.cells === undefined) return false;
    for (const field of fields) {
      const flaw = field < 0 ? null : record.cells.flaw(field);
      if (flaw === null || (flaw === 'date' && field === this.#columns.time)) continue;
      const text = flawedCell(flaw, shownText(record, field));
      this.#wrong({ ...this.#fields.readable(record), problems: [rowError(record.place(field), text)] });
      return true;
    }
    return false;
  }

  #keep(record: TableRecord, cell: Cell, read: Value, text: string, provenance: Provenance): void {
    const table = this.#table.of(cell.subject);
    const { value: field, count } = this.#columns;
    const { value, missing, provisional } = read;
    if (field === count - 1 && record.isUnended) this.#problems.add(warning(record.place(field), cutOff(text)));
    if (table.size >= limits.figures) {
      this.isFull = true;
      return;
    }
    if (table === this.#table) this.#figures++;
    const figure = { value, missing, text, provisional, provenance, place: record.place(field) };
    const known = table.add(cell, figure);
    if (known !== undefined) this.#repeated(cell, figure, known);
  }

  /** The cell stands in an earlier row too: harmless when both say the same, else neither can be trusted. */
  #repeated(cell: Cell, figure: Figure, known: Figure): void {
    const where = placeText(known.place);
    const sameProvenance = known.provenance === figure.provenance;
    if (sameProvenance && saySame(known, figure)) {
      this.#problems.add(warning(figure.place, sameTwice(where, figure.text)));
      return;
    }
    this.#table.of(cell.subject).doubt(known);
    const isOneExport = this.#rules.mapping !== null && known.place.file === figure.place.file;
    const text = sameProvenance
      ? differentValues(where, figure.text, known.text, isOneExport)
      : differentProvenance(where, figure.text);
    this.#wrong({
      ...cell,
      likelyTime: null,
      mayBe: null,
      mayBeNumber: true,
      problems: [rowError(figure.place, text)],
    });
  }

  /** Reports every wrong field of the row and remembers which cells it may have been meant for. */
  #refuse(
    record: TableRecord,
    row: Omit<WrongRow, 'mayBe' | 'likelyTime' | 'problems'>,
    provenance: Provenance | null,
    valueProblem: ProblemText | null,
  ): void {
    const { names, seriesTexts, mapping } = this.#rules;
    const columns = this.#columns;
    const problems: Problem[] = [];
    const wrong = (field: number, problem: (text: string) => ProblemText): void =>
      void problems.push(rowError(record.place(field), problem(textOf(record, field))));
    if (row.subject === null) wrong(columns.subject, (text) => unknownSubject(text, names));
    if (row.series === null) {
      wrong(columns.series, (text) =>
        mapping === null || text === ''
          ? unknownSeries(text, this.#table.name, seriesTexts)
          : unlistedSeries(text, seriesTexts),
      );
    }
    if (row.time === null) wrong(columns.time, (text) => this.#table.times.problem(text));
    if (valueProblem !== null) wrong(columns.value, () => valueProblem);
    if (provenance === null) wrong(columns.provenance, badProvenance);
    const mayBe = row.series === null ? this.#seriesNear(textOf(record, columns.series)) : null;
    const likelyTime = row.time === null ? this.#table.times.meant(textOf(record, columns.time)) : null;
    this.#wrong({ ...row, likelyTime, mayBe, problems });
  }

  /** The series that an unknown text may have meant: all for an empty one, else those that it is a slip of. */
  #seriesNear(text: string): readonly string[] | null {
    const { seriesTexts, series } = this.#rules;
    if (text === '') return null;
    const near = slipsOf(text, seriesTexts).map((i) => series(seriesTexts[i] as string));
    const mangled = meantId(text, (id) => this.#rules.mapping === null && seriesTexts.includes(id));
    return [...near, mangled].filter((id) => typeof id === 'string');
  }

  #wrong(row: WrongRow): void {
    this.#refused++;
    this.#table.of(row.subject).wrong.push(row);
    for (const problem of row.problems) this.#problems.add(problem);
  }

  /** False for a record that has not the form of a row, which is reported. */
  #isWhole(record: TableRecord): boolean {
    const { count, subject, series, time, value, provenance, selection } = this.#columns;
    const { fields } = record;
    if (fields.length < count || (fields.length > count && !isEmptyFrom(record, count))) {
      const place = record.place(Math.min(count, fields.length - 1));
      const text = wrongCount(fields.length, count);
      if (record.isMultiline) this.#problems.add(structuralError(place, text));
      else this.#wrong({ ...this.#fields.readable(record), problems: [rowError(place, text)] });
      return false;
    }
    if (!record.isMultiline) return true;
    // A line break inside a column that is used means that a stray quote has swallowed rows.
    const used = [subject, series, time, value, provenance, ...selection];
    const broken = used.find((field) => fields[field]?.includes('\n'));
    if (broken === undefined) return true;
    this.#problems.add(structuralError(record.place(broken), lineBreak(textOf(record, broken))));
    return false;
  }
}

/** True when two figures say exactly the same: "2,0" and "2" do. */
const saySame = (a: Figure, b: Figure): boolean =>
  a.provisional === b.provisional &&
  a.missing === b.missing &&
  (a.value === null || b.value === null || compare(a.value, b.value) === 0);
