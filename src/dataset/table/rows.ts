import { slipsOf } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { numberFaultText } from '../number-faults.ts';
import type { Problem } from '../problem.ts';
import { type Finding, type ProblemList, rowError, structuralError, warning } from '../problems.ts';
import type { Scanner } from '../read/scanner.ts';
import type { Columns } from './columns.ts';
import type { Interner } from './interner.ts';
import { PlainRows } from './plain-rows.ts';
import { cutOff, differentProvenance, differentValues, sameTwice, wrongCount } from './row-findings.ts';
import { brokenLine, hiddenProvenances, isEmptyFrom, placeOf, type ScannedRow } from './row-form.ts';
import { type Meanings, meaningsOf, type RowRules } from './row-rules.ts';
import { badProvenance, outOfRange, quoted, unknownSeries, unknownSubject } from './rules.ts';
import { kind, kindOf, provenanceOf, provenances, type StoredPlace, type StoredValue } from './store.ts';
import { PASSED, UNKNOWN } from './subjects.ts';
import type { Table, WrongRow } from './table.ts';
import { readPlainValue } from './value-bytes.ts';
import { readValueText } from './value-text.ts';

/** Rows that are looked at for a provenance column with another name. */
const PROBED = 50;

/** Reads the rows of one file into its table. */
export class RowReader {
  /** Rows of regions, landsdele and series that are passed over. */
  passed = 0;
  /** The table holds `limits.figures` and can take no more. */
  full = false;
  readonly #table: Table;
  readonly #rules: RowRules;
  readonly #columns: Columns;
  readonly #problems: ProblemList;
  readonly #scanner: Scanner;
  readonly #row: ScannedRow;
  readonly #meanings: Meanings;
  readonly #plain: PlainRows | null;
  readonly #value: StoredValue = { units: 0, scale: 0, big: null, flags: 0, text: null };
  readonly #place: StoredPlace;
  #toProbe: number;

  constructor(scanner: Scanner, columns: Columns, rules: RowRules, table: Table, problems: ProblemList) {
    this.#scanner = scanner;
    this.#columns = columns;
    this.#rules = rules;
    this.#table = table;
    this.#problems = problems;
    this.#row = { scanner, columns, file: rules.file };
    this.#meanings = meaningsOf(rules, table.times);
    this.#toProbe = columns.provenance < 0 && rules.mayHideProvenance ? PROBED : 0;
    const file = table.store.files.push({ name: rules.file, style: rules.style }) - 1;
    this.#place = { file, line: 0, column: 0 };
    this.#plain = PlainRows.fits(columns) ? new PlainRows(columns, rules, this.#meanings, table, file) : null;
  }

  /** Takes what it can of the lines that the scanner holds, faster than record by record. */
  readPlain(): void {
    if (this.#toProbe === 0) this.#plain?.take(this.#scanner);
  }

  /** Takes the scanner's current record. */
  read(): void {
    const scanner = this.#scanner;
    const columns = this.#columns;
    if (!this.#isWhole()) return;
    if (this.#toProbe > 0) this.#probe();
    const meanings = this.#meanings;
    const subject = meanings.subjects.meaning(scanner, columns.subject);
    if (subject === PASSED) {
      this.passed++;
      return;
    }
    const series = columns.series < 0 ? this.#rules.onlySeries : meanings.series.meaning(scanner, columns.series);
    if (series === PASSED || !this.#isSelected()) {
      this.passed++;
      return;
    }
    const time = meanings.times.meaning(scanner, columns.time);
    const provenance =
      columns.provenance < 0
        ? provenances.indexOf(this.#rules.provenance)
        : meanings.provenances.meaning(scanner, columns.provenance);
    const valueFault = this.#readValue(series);
    if (subject < 0 || series < 0 || time < 0 || provenance < 0 || valueFault !== null) {
      this.#refuse(subject, series, time, provenance, valueFault);
      return;
    }
    this.#value.flags |= provenance << 3;
    if (scanner.unended && columns.value === columns.count - 1) {
      const text = scanner.text(columns.value);
      this.#problems.add(warning(placeOf(this.#row, columns.value), cutOff(text)));
    }
    this.#keep(subject, series, time);
  }

  /** False for a record that is empty, or has not the form of a row; the latter is reported. */
  #isWhole(): boolean {
    const scanner = this.#scanner;
    if (scanner.starts[0] === scanner.ends[0] && isEmptyFrom(scanner, 0)) return false;
    if (scanner.count !== this.#columns.count && !this.#countFits()) return false;
    return !scanner.multiline || this.#linesFit();
  }

  #keep(subject: number, series: number, time: number): void {
    const table = this.#table;
    if (kindOf(this.#value.flags) <= kind.dash) this.#count(subject, series, time);
    if (table.held[subject] === 0) return;
    if (table.store.size >= limits.figures) {
      this.full = true;
      return;
    }
    const place = this.#place;
    place.line = this.#scanner.lineOf(this.#columns.value);
    place.column = this.#scanner.columnOf(this.#columns.value);
    const known = table.store.add(subject, series, time, this.#value, place);
    if (known >= 0) this.#repeated(known);
  }

  #count(subject: number, series: number, time: number): void {
    this.#table.counted[subject] = 1;
    this.#table.measured[series]?.add(time);
  }

  /** Reads the value column into `#value`; what is wrong with it, or null. */
  #readValue(series: number): Finding | null {
    const scanner = this.#scanner;
    const field = this.#columns.value;
    const { style } = this.#rules;
    if (!this.#isPlainValue(field)) {
      const text = scanner.text(field);
      const fault = readValueText(text, style, this.#value);
      if (fault !== null) return { rule: 'ikke-et-tal', value: text, ...numberFaultText(fault, quoted(text), style) };
    }
    const measure = this.#table.series[series]?.measure;
    if (measure === undefined || kindOf(this.#value.flags) > kind.dash) return null;
    return outOfRange(this.#value, measure, () => scanner.text(field));
  }

  #isPlainValue(field: number): boolean {
    const { buffer, escaped, starts, ends } = this.#scanner;
    if (escaped[field] === 1) return false;
    return readPlainValue(buffer, starts[field] as number, ends[field] as number, this.#rules.style, this.#value);
  }

  #isSelected(): boolean {
    const { selection } = this.#columns;
    for (let i = 0; i < selection.length; i++) {
      if (this.#meanings.selection[i]?.meaning(this.#scanner, selection[i] as number) !== 1) return false;
    }
    return true;
  }

  /** Reports every wrong field of the row and remembers which cells it may have been meant for. */
  #refuse(subject: number, series: number, time: number, provenance: number, valueFault: Finding | null): void {
    const scanner = this.#scanner;
    const columns = this.#columns;
    const rules = this.#rules;
    const found: Problem[] = [];
    const fault = (field: number, finding: Finding): void =>
      void found.push(rowError(placeOf(this.#row, field), finding));
    if (subject < 0) fault(columns.subject, unknownSubject(scanner.text(columns.subject), rules.names));
    if (series < 0)
      fault(columns.series, unknownSeries(scanner.text(columns.series), this.#table.name, rules.seriesTexts));
    if (time < 0) fault(columns.time, this.#table.times.fault(scanner.text(columns.time)));
    if (valueFault !== null) fault(columns.value, valueFault);
    if (provenance < 0) fault(columns.provenance, badProvenance(scanner.text(columns.provenance)));
    const countable = valueFault !== null || kindOf(this.#value.flags) <= kind.dash;
    const mayBe = series < 0 ? this.#seriesNear(scanner.text(columns.series)) : null;
    this.#wrong({ subject, series, time, countable, mayBe, problems: found });
  }

  /** The series that an unknown text may have meant: all for an empty one, else those that it is a slip of. */
  #seriesNear(text: string): readonly number[] | null {
    const { seriesTexts, series } = this.#rules;
    return text === '' ? null : slipsOf(text, seriesTexts).map((i) => series(seriesTexts[i] as string));
  }

  #wrong(row: WrongRow): void {
    this.#table.wrong.push(row);
    for (const problem of row.problems) this.#problems.add(problem);
  }

  /** The same cell stands in the row `known`: harmless when it says the same, else neither can be trusted. */
  #repeated(known: number): void {
    const { store } = this.#table;
    const first = store.place(known);
    const where = `${first.file}:${first.line}:${first.column}`;
    const text = this.#scanner.text(this.#columns.value);
    const flags = store.flags[known] as number;
    const sameProvenance = provenanceOf(flags) === provenanceOf(this.#value.flags);
    const place = placeOf(this.#row, this.#columns.value);
    if (sameProvenance && store.holdsSame(known, this.#value)) {
      this.#problems.add(warning(place, sameTwice(where, text)));
      return;
    }
    const finding = sameProvenance ? differentValues(where, text, store.text(known)) : differentProvenance(where, text);
    store.spoil(known);
    this.#wrong({
      subject: store.subject[known] as number,
      series: store.series[known] as number,
      time: store.time[known] as number,
      countable: true,
      mayBe: null,
      problems: [rowError(place, finding)],
    });
  }

  /** Looks for provenances in the columns that are not used, in the first rows, until some are found. */
  #probe(): void {
    const found = hiddenProvenances(this.#row);
    this.#toProbe = found.length > 0 ? 0 : this.#toProbe - 1;
    for (const problem of found) this.#problems.add(problem);
  }

  /** True when a record with another number of fields than the header can still be read; reports it if not. */
  #countFits(): boolean {
    const scanner = this.#scanner;
    const { count } = this.#columns;
    const more = scanner.count > count;
    if (more && isEmptyFrom(scanner, count)) return true;
    const place = placeOf(this.#row, more ? count : scanner.count - 1);
    const finding = wrongCount(scanner.count, count);
    if (scanner.multiline) this.#problems.add(structuralError(place, finding));
    else this.#wrong({ ...this.#readableParts(), countable: true, mayBe: null, problems: [rowError(place, finding)] });
    return false;
  }

  /** What can be read of a record with too few or too many fields: parts that are valid where they should stand. */
  #readableParts(): Pick<WrongRow, 'subject' | 'series' | 'time'> {
    const { subject, series, time } = this.#columns;
    const part = (field: number, interner: Interner): number =>
      field < this.#scanner.count ? Math.max(UNKNOWN, interner.meaning(this.#scanner, field)) : UNKNOWN;
    const readSeries = series < 0 ? this.#rules.onlySeries : part(series, this.#meanings.series);
    return {
      subject: part(subject, this.#meanings.subjects),
      series: readSeries,
      time: part(time, this.#meanings.times),
    };
  }

  #linesFit(): boolean {
    const broken = brokenLine(this.#row);
    if (broken !== null) this.#problems.add(broken);
    return broken === null;
  }
}
