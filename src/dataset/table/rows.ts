import { slipsOf } from '../../danish/index.ts';
import { compare } from '../../decimal.ts';
import { type Figure, type Provenance, provenanceOf } from '../figure.ts';
import { limits } from '../limits.ts';
import {
  type NumberFault,
  type NumberStyle,
  notANumber,
  type Value,
  type ValueReader,
  valueReader,
} from '../number.ts';
import { type Problem, type ProblemText, placeText, rowError, structuralError, warning } from '../problem.ts';
import type { ProblemList } from '../problems.ts';
import { isEmptyFrom, type TableRecord, textOf } from '../read/records.ts';
import type { Columns } from './columns.ts';
import { MappingUse } from './mapping-use.ts';
import {
  badProvenance,
  cutOff,
  differentProvenance,
  differentValues,
  flawedCell,
  lineBreak,
  misnamedProvenance,
  outOfRange,
  sameTwice,
  unknownSeries,
  unknownSubject,
  unlistedSeries,
  wrongCount,
} from './row-problems.ts';
import { type FileRules, type Meaning, PASSED } from './rules.ts';
import { meantId } from './spreadsheet-slips.ts';
import type { Cell, Table, WrongRow } from './table.ts';

/** Rows that are looked at for a provenance column with another name. */
const PROBED = 50;

/** Reads the rows of one file into a table. */
export class RowReader {
  /** Rows of regions, landsdele and series that are passed over. */
  passed = 0;
  /** A column that is not used holds provenances. */
  isProvenanceMisnamed = false;
  /** The table holds `limits.figures` and can take no more. */
  isFull = false;
  readonly #table: Table;
  readonly #rules: FileRules;
  readonly #columns: Columns;
  readonly #problems: ProblemList;
  readonly #readText: ValueReader;
  readonly #readNumber = valueReader(plainNumbers);
  readonly #use: MappingUse | null;
  /** Columns that tell whether a row is wanted, and those that hold what is wanted of it. */
  readonly #telling: readonly number[];
  readonly #told: readonly number[];
  #toProbe: number;
  /** Figures and wrong rows of this file. */
  #figures = 0;
  #refused = 0;

  constructor(columns: Columns, rules: FileRules, table: Table, problems: ProblemList) {
    this.#columns = columns;
    this.#rules = rules;
    this.#table = table;
    this.#problems = problems;
    this.#readText = valueReader(rules.style);
    this.#use = rules.mapping === null ? null : new MappingUse(rules.mapping);
    this.#telling = [columns.subject, columns.series, ...columns.selection, ...columns.picks];
    this.#told = [columns.time, columns.value, columns.provenance];
    this.#toProbe = columns.provenance < 0 && rules.mayHideProvenance ? PROBED : 0;
  }

  read(record: TableRecord): void {
    if (isEmptyFrom(record, 0) || !this.#isWhole(record)) return;
    this.#noteUse(record);
    if (this.#isFlawed(record, this.#telling)) return;
    if (this.#toProbe > 0) this.#probe(record);
    const subject = this.#rules.subject(textOf(record, this.#columns.subject));
    const series = this.#seriesOf(record);
    if (subject === PASSED || series === PASSED || !this.#isSelected(record)) {
      this.passed++;
      return;
    }
    if (this.#isFlawed(record, this.#told)) return;
    const time = this.#table.times.read(textOf(record, this.#columns.time));
    const provenance = this.#provenanceOf(record);
    const text = shownText(record, this.#columns.value);
    const value = isNumberCell(record, this.#columns.value) ? this.#readNumber(text) : this.#readText(text);
    const valueProblem = this.#valueProblem(text, value, series);
    if (subject === null || series === null || time === null || provenance === null || valueProblem !== null) {
      const mayBeNumber = typeof value === 'string' || value.value !== null;
      this.#refuse(record, { subject, series, time, mayBeNumber }, provenance, valueProblem);
    } else this.#keep(record, { subject, series, time }, value as Value, text, provenance);
  }

  /** What the whole file shows of its mapping: texts of it that no row has, or not one figure. */
  mappingProblems(): readonly Problem[] {
    return this.#use?.problems(this.#figures, this.#refused) ?? [];
  }

  #noteUse(record: TableRecord): void {
    if (this.#use === null) return;
    const { selection, series, picks } = this.#columns;
    this.#use.note({
      selected: selection.map((field) => textOf(record, field)),
      series: series < 0 ? null : textOf(record, series),
      picked: picks.map((field) => textOf(record, field)),
    });
  }

  #seriesOf(record: TableRecord): Meaning {
    const { series, picks } = this.#columns;
    if (picks.length > 0) return this.#pickOf(record);
    return series < 0 ? this.#rules.onlySeries : this.#rules.series(textOf(record, series));
  }

  /** The series that the row's columns tell together; a row of none is not wanted. */
  #pickOf(record: TableRecord): Meaning {
    const { picks } = this.#columns;
    const pick = this.#rules.picks.find(({ texts }) =>
      texts.every((text, i) => text === undefined || text === textOf(record, picks[i] as number)),
    );
    return pick?.id ?? PASSED;
  }

  /** Reports a cell that cannot be taken as text or number, in a column that is used. A date may be a time. */
  #isFlawed(record: TableRecord, fields: readonly number[]): boolean {
    if (record.cells === undefined) return false;
    for (const field of fields) {
      const flaw = field < 0 ? null : record.cells.flaw(field);
      if (flaw === null || (flaw === 'date' && field === this.#columns.time)) continue;
      const text = flawedCell(flaw, shownText(record, field));
      this.#wrong({ ...this.#readable(record), problems: [rowError(record.place(field), text)] });
      return true;
    }
    return false;
  }

  #isSelected(record: TableRecord): boolean {
    return this.#columns.selection.every((field, i) => textOf(record, field) === this.#rules.selection[i]);
  }

  #provenanceOf(record: TableRecord): Provenance | null {
    const text = textOf(record, this.#columns.provenance);
    return text === '' ? this.#rules.provenance : (provenanceOf(text) ?? null);
  }

  #valueProblem(text: string, value: Value | NumberFault, series: string | null): ProblemText | null {
    if (typeof value === 'string') return notANumber(value, text, this.#rules.style);
    const measure = this.#table.series.get(series ?? '')?.measure;
    return measure === undefined || value.value === null ? null : outOfRange(value.value, measure, text);
  }

  #keep(record: TableRecord, cell: Cell, read: Value, text: string, provenance: Provenance): void {
    const table = this.#table;
    const { value: field, count } = this.#columns;
    const { value, missing, provisional } = read;
    if (field === count - 1 && record.isUnended) this.#problems.add(warning(record.place(field), cutOff(text)));
    if (table.size >= limits.figures) {
      this.isFull = true;
      return;
    }
    this.#figures++;
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
    this.#table.doubt(known);
    const text = sameProvenance
      ? differentValues(where, figure.text, known.text)
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
    this.#table.wrong.push(row);
    for (const problem of row.problems) this.#problems.add(problem);
  }

  /**
   * A provenance column whose name is misspelt would make examples official without a word: a column that is not used,
   * but holds provenances, is refused. Looked for in the first rows, until some are found.
   */
  #probe(record: TableRecord): void {
    const found = record.fields.flatMap((text, i) => (provenanceOf(text) === undefined ? [] : [i]));
    this.#toProbe = found.length > 0 ? 0 : this.#toProbe - 1;
    this.isProvenanceMisnamed ||= found.length > 0;
    for (const i of found) {
      const text = textOf(record, i).toLowerCase();
      this.#problems.add(structuralError(record.place(i), misnamedProvenance(text)));
    }
  }

  /** False for a record that has not the form of a row, which is reported. */
  #isWhole(record: TableRecord): boolean {
    const { count, subject, series, time, value, provenance, selection } = this.#columns;
    const { fields } = record;
    if (fields.length < count || (fields.length > count && !isEmptyFrom(record, count))) {
      const place = record.place(Math.min(count, fields.length - 1));
      const text = wrongCount(fields.length, count);
      if (record.isMultiline) this.#problems.add(structuralError(place, text));
      else this.#wrong({ ...this.#readable(record), problems: [rowError(place, text)] });
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

  /** What can be read of a record with too few or too many fields: parts that are valid where they should stand. */
  #readable(record: TableRecord): Omit<WrongRow, 'problems'> {
    const known = (meaning: Meaning): string | null => (meaning === PASSED ? null : meaning);
    return {
      subject: known(this.#rules.subject(textOf(record, this.#columns.subject))),
      series: known(this.#seriesOf(record)),
      time: this.#table.times.read(textOf(record, this.#columns.time)),
      likelyTime: null,
      mayBe: null,
      mayBeNumber: true,
    };
  }
}

const isNumberCell = (record: TableRecord, field: number): boolean => record.cells?.isNumber(field) === true;

/** The text of a field; of a workbook's number as Danish Excel shows it. */
const shownText = (record: TableRecord, field: number): string =>
  isNumberCell(record, field) ? textOf(record, field).replace('.', ',') : textOf(record, field);

const plainNumbers: NumberStyle = { decimal: ',', thousands: null };

/** True when two figures say exactly the same: "2,0" and "2" do. */
const saySame = (a: Figure, b: Figure): boolean =>
  a.provisional === b.provisional &&
  a.missing === b.missing &&
  (a.value === null || b.value === null || compare(a.value, b.value) === 0);
