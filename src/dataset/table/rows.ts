import type { Provenance } from '../figure.ts';
import { limits } from '../limits.ts';
import type { NumberStyle } from '../number.ts';
import { numberFaultText } from '../number-faults.ts';
import type { Problem } from '../problem.ts';
import { type Finding, type ProblemList, rowError, structuralError, warning } from '../problems.ts';
import type { Scanner } from '../read/scanner.ts';
import type { Columns } from './columns.ts';
import { Interner } from './interner.ts';
import { badProvenance, outOfRange, quoted, unknownSeries, unknownSubject } from './rules.ts';
import { kind, kindOf, provenanceOf, provenances, type StoredPlace, type StoredValue } from './store.ts';
import { PASSED, UNKNOWN } from './subjects.ts';
import type { Table } from './table.ts';
import { readPlainNumber } from './value-bytes.ts';
import { readValueText } from './value-text.ts';

/** How the rows of one file are to be understood. */
export interface RowRules {
  readonly file: string;
  readonly style: NumberStyle;
  readonly subject: (text: string) => number;
  /** Index of a series, UNKNOWN or PASSED. */
  readonly series: (text: string) => number;
  /** Texts that the series column may hold, for the nearest one. */
  readonly seriesTexts: readonly string[];
  /** Index of the series that all rows are of; -1 when a column says it. */
  readonly onlySeries: number;
  /** Texts that the columns of `udvalg` must hold for a row to be taken. */
  readonly selection: readonly string[];
  /** Of rows whose file has no such column, or an empty field in it. */
  readonly provenance: Provenance;
  readonly names: ReadonlyMap<string, string>;
  /** The file should name its provenance column "kilde", if it has one. */
  readonly mayHideProvenance: boolean;
}

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
  readonly #subjects: Interner;
  readonly #series: Interner;
  readonly #times: Interner;
  readonly #provenances: Interner;
  readonly #selection: readonly Interner[];
  readonly #value: StoredValue = { units: 0, scale: 0, big: null, flags: 0, text: null };
  readonly #place: StoredPlace;
  /** Rows that are still to be looked at for a provenance column with another name. */
  #toProbe: number;

  constructor(scanner: Scanner, columns: Columns, rules: RowRules, table: Table, problems: ProblemList) {
    this.#scanner = scanner;
    this.#columns = columns;
    this.#rules = rules;
    this.#table = table;
    this.#problems = problems;
    this.#subjects = new Interner(rules.subject);
    this.#series = new Interner(rules.series);
    this.#times = new Interner((text) => table.times.resolve(text));
    const fallback = provenances.indexOf(rules.provenance);
    this.#provenances = new Interner((text) =>
      text === '' ? fallback : (provenances as readonly string[]).indexOf(text.toLowerCase()),
    );
    this.#selection = rules.selection.map((wanted) => new Interner((text) => (text === wanted ? 1 : 0)));
    this.#toProbe = columns.provenance < 0 && rules.mayHideProvenance ? PROBED : 0;
    this.#place = { file: table.store.files.length, line: 0, column: 0 };
    table.store.files.push({ name: rules.file, style: rules.style });
  }

  /** Takes the scanner's current record. */
  read(): void {
    const scanner = this.#scanner;
    const columns = this.#columns;
    if (!this.#isWhole()) return;
    if (this.#toProbe > 0) this.#probe();
    const subject = this.#subjects.meaning(scanner, columns.subject);
    if (subject === PASSED) {
      this.passed++;
      return;
    }
    const series = columns.series < 0 ? this.#rules.onlySeries : this.#series.meaning(scanner, columns.series);
    if (series === PASSED || !this.#isSelected()) {
      this.passed++;
      return;
    }
    const time = this.#times.meaning(scanner, columns.time);
    const provenance =
      columns.provenance < 0
        ? provenances.indexOf(this.#rules.provenance)
        : this.#provenances.meaning(scanner, columns.provenance);
    const valueFault = this.#readValue(series);
    if (subject < 0 || series < 0 || time < 0 || provenance < 0 || valueFault !== null) {
      this.#refuse(subject, series, time, provenance, valueFault);
      return;
    }
    this.#value.flags |= provenance << 3;
    if (scanner.unended && columns.value === columns.count - 1) this.#warnOfCut();
    this.#keep(subject, series, time);
  }

  /** False for a record that is empty, or has not the form of a row; the latter is reported. */
  #isWhole(): boolean {
    const scanner = this.#scanner;
    if (scanner.starts[0] === scanner.ends[0] && this.#isEmptyFrom(0)) return false;
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
    if (scanner.escaped[field] === 1 || !readPlainNumber(scanner, field, style, this.#value)) {
      const text = scanner.text(field);
      const fault = readValueText(text, style, this.#value);
      if (fault !== null) return { rule: 'ikke-et-tal', value: text, ...numberFaultText(fault, quoted(text), style) };
    }
    const measure = this.#table.series[series]?.measure;
    if (measure === undefined || kindOf(this.#value.flags) > kind.dash) return null;
    return outOfRange(this.#value, measure, () => scanner.text(field));
  }

  #isSelected(): boolean {
    const { selection } = this.#columns;
    for (let i = 0; i < selection.length; i++) {
      if (this.#selection[i]?.meaning(this.#scanner, selection[i] as number) !== 1) return false;
    }
    return true;
  }

  #placeOf(field: number): Problem['place'] {
    return { file: this.#rules.file, line: this.#scanner.lineOf(field), column: this.#scanner.columnOf(field) };
  }

  /** Reports every wrong field of the row and remembers which cells it may have been meant for. */
  #refuse(subject: number, series: number, time: number, provenance: number, valueFault: Finding | null): void {
    const scanner = this.#scanner;
    const columns = this.#columns;
    const rules = this.#rules;
    const found: Problem[] = [];
    const fault = (field: number, finding: Finding): void => void found.push(rowError(this.#placeOf(field), finding));
    if (subject < 0) fault(columns.subject, unknownSubject(scanner.text(columns.subject), rules.names));
    if (series < 0)
      fault(columns.series, unknownSeries(scanner.text(columns.series), this.#table.name, rules.seriesTexts));
    if (time < 0) fault(columns.time, this.#table.times.fault(scanner.text(columns.time)));
    if (valueFault !== null) fault(columns.value, valueFault);
    if (provenance < 0) fault(columns.provenance, badProvenance(scanner.text(columns.provenance)));
    const countable = valueFault !== null || kindOf(this.#value.flags) <= kind.dash;
    this.#wrong(subject, series, time, countable, found);
  }

  #wrong(subject: number, series: number, time: number, countable: boolean, problems: readonly Problem[]): void {
    this.#table.wrong.push({ subject, series, time, countable, problems });
    for (const problem of problems) this.#problems.add(problem);
  }

  /** The same cell stands in the row `known`: harmless when it says the same, else neither can be trusted. */
  #repeated(known: number): void {
    const { store } = this.#table;
    const first = store.place(known);
    const where = `${first.file}:${first.line}:${first.column}`;
    const text = this.#scanner.text(this.#columns.value);
    const flags = store.flags[known] as number;
    const sameProvenance = provenanceOf(flags) === provenanceOf(this.#value.flags);
    const place = this.#placeOf(this.#columns.value);
    if (sameProvenance && store.holdsSame(known, this.#value)) {
      const message = `Figuren står to gange med samme tal, første gang ${where}.`;
      this.#problems.add(warning(place, { rule: 'gentagelse', value: text, message, remedy: 'Slet den ene linje.' }));
      return;
    }
    const finding = sameProvenance ? different(where, text, store.text(known)) : conflicting(where, text);
    const cell = [store.subject[known], store.series[known], store.time[known]] as [number, number, number];
    store.spoil(known);
    this.#wrong(...cell, true, [rowError(place, finding)]);
  }

  /**
   * A provenance column whose name is misspelt would make examples official without a word: a column that is not
   * used, but holds provenances, is refused.
   */
  #probe(): void {
    this.#toProbe--;
    for (let field = 0; field < this.#scanner.count; field++) {
      const text = this.#scanner.text(field).toLowerCase();
      if (!(provenances as readonly string[]).includes(text)) continue;
      this.#toProbe = 0;
      this.#problems.add(structuralError(this.#placeOf(field), misnamed(text)));
    }
  }

  /** True when a record with another number of fields than the header can still be read; reports it if not. */
  #countFits(): boolean {
    const scanner = this.#scanner;
    const { count } = this.#columns;
    if (scanner.count > count && this.#isEmptyFrom(count)) return true;
    const more = scanner.count > count;
    const place = this.#placeOf(more ? count : scanner.count - 1);
    const finding: Finding = {
      rule: 'antal-felter',
      message: `Linjen har ${scanner.count} ${scanner.count === 1 ? 'felt' : 'felter'}, men der er ${count} kolonner.`,
      remedy: more
        ? 'Sæt anførselstegn om en tekst med semikolon, eller slet det overskydende.'
        : 'Skriv de manglende felter; et tomt felt skrives som to semikoloner efter hinanden.',
    };
    if (scanner.multiline) this.#problems.add(structuralError(place, finding));
    else this.#wrong(...this.#readableParts(), true, [rowError(place, finding)]);
    return false;
  }

  /** What can be read of a record with too few or too many fields: parts that are valid where they should stand. */
  #readableParts(): [number, number, number] {
    const { subject, series, time } = this.#columns;
    const part = (field: number, interner: Interner): number =>
      field < this.#scanner.count ? Math.max(UNKNOWN, interner.meaning(this.#scanner, field)) : UNKNOWN;
    const readSeries = series < 0 ? this.#rules.onlySeries : part(series, this.#series);
    return [part(subject, this.#subjects), readSeries, part(time, this.#times)];
  }

  #isEmptyFrom(field: number): boolean {
    const { starts, ends, count } = this.#scanner;
    for (let i = field; i < count; i++) if ((starts[i] as number) < (ends[i] as number)) return false;
    return true;
  }

  /** A line break inside a column that is used means that a stray quote has swallowed rows. */
  #linesFit(): boolean {
    const scanner = this.#scanner;
    const { subject, series, time, value, provenance, selection } = this.#columns;
    const bad = [subject, series, time, value, provenance, ...selection].find(
      (field) => field >= 0 && /[\r\n]/.test(scanner.text(field)),
    );
    if (bad === undefined) return true;
    const finding = {
      rule: 'linjeskift-i-felt',
      value: scanner.text(bad),
      message: 'Feltet indeholder et linjeskift; et anførselstegn kan stå forkert og have slugt flere linjer.',
      remedy: 'Ret anførselstegnene i linjen.',
    };
    this.#problems.add(structuralError(this.#placeOf(bad), finding));
    return false;
  }

  #warnOfCut(): void {
    const text = this.#scanner.text(this.#columns.value);
    const finding = {
      rule: 'afskaaret',
      value: text,
      message: `Filen slutter lige efter ${quoted(text)} uden linjeskift; tallet kan være skåret over.`,
      remedy: 'Se efter, at filen er hel, og afslut sidste linje med et linjeskift.',
    };
    this.#problems.add(warning(this.#placeOf(this.#columns.value), finding));
  }
}

const misnamed = (text: string): Finding => ({
  rule: 'mangler-kolonne',
  value: text,
  message: `Her står ${quoted(text)}, men kolonnen hedder ikke "kilde", så kilden ville blive overset.`,
  remedy: 'Ret kolonnens navn til "kilde".',
});

const different = (where: string, text: string, first: string): Finding => ({
  rule: 'dublet',
  value: text,
  message: `Figuren står også i ${where}, men med en anden værdi (${quoted(first)}); ingen af dem bruges.`,
  remedy: 'Slet den forkerte linje.',
});

const conflicting = (where: string, text: string): Finding => ({
  rule: 'modstridende-kilde',
  value: text,
  message: `Figuren står også i ${where}, men med en anden kilde; ingen af dem bruges.`,
  remedy: 'Slet den forkerte linje.',
});
