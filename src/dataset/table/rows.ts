import type { Measure } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { limits } from '../limits.ts';
import type { ColumnPositions } from '../mapping/columns.ts';
import { type FileMapping, type Meaning, PASSED, seriesNear } from '../mapping/mapping.ts';
import { MappingUse } from '../mapping/use.ts';
import { type ReadValue, type ValueReader, valueReader } from '../number.ts';
import { type Place, wholeFile } from '../place.ts';
import type { ProblemList } from '../problems.ts';
import { isEmptyFrom, type TableRecord, textOf } from '../read/table-record.ts';
import { UnreadableFile } from '../read/unreadable.ts';
import { unknownSeries, unknownSubject, unlistedSeries } from '../rules/fields.ts';
import { notANumber, outOfRange } from '../rules/numbers.ts';
import {
  cutOff,
  flawedCell,
  lineBreak,
  notesPassedOver,
  otherHead,
  passedOver,
  repeatedHead,
  replaced,
  tooManyErrors,
  tooManyFigures,
  wrongCount,
  wrongCountOnLines,
} from '../rules/rows.ts';
import { Problem, type RuleOn } from '../rules/rule.ts';
import { ProvenanceColumn } from './provenance-column.ts';
import { RepeatedFigures, SharedProblems, saySame } from './repeated-figures.ts';
import { meantId } from './spreadsheet-slips.ts';
import type { FigureKey, SubjectTable, WrongRow } from './table.ts';

/** What can be read of which figure a row is meant for; null for a part that cannot. */
type MeantKey = Pick<WrongRow, 'subject' | 'series' | 'time'>;

const readNumber = valueReader({ decimal: ',', thousands: null });

/** The numbers that a series can have, by what it measures. */
const possible: Readonly<Record<Measure, RegExp>> = {
  count: /^\d+(\.0+)?$/,
  gap: /^-?(\d{1,2}(\.\d+)?|100(\.0+)?)$/,
  percentage: /^(\d{1,2}(\.\d+)?|100(\.0+)?)$/,
};

/** Reads the rows of one file into a table. */
export class RowReader {
  readonly #table: SubjectTable;
  readonly #mapping: FileMapping;
  readonly #columns: ColumnPositions;
  readonly #problems: ProblemList;
  readonly #use: MappingUse | null;
  readonly #readText: ValueReader;
  /** Columns that show whether a row is wanted, and those that hold what is wanted of it. */
  readonly #choosing: readonly number[];
  readonly #wanted: readonly number[];
  readonly #provenance: ProvenanceColumn;
  readonly #shared = new SharedProblems();
  readonly #repeated: RepeatedFigures;
  /** Rows of landsdele, other areas and series that are passed over. */
  #passed = 0;
  /** Notes above, between and below the rows of an export. */
  #notes = 0;
  /** Figures of subjects, and wrong rows, of this file. */
  #figures = 0;
  #refused = 0;

  constructor(columns: ColumnPositions, mapping: FileMapping, table: SubjectTable, problems: ProblemList) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#table = table;
    this.#problems = problems;
    this.#use = mapping.isOwn ? null : new MappingUse(mapping, columns);
    this.#readText = valueReader(mapping.style);
    this.#choosing = [columns.subject, columns.series, ...columns.choosing.values()];
    this.#wanted = [columns.time, columns.value, columns.provenance];
    this.#provenance = new ProvenanceColumn(columns, mapping);
    this.#repeated = new RepeatedFigures(table.name, mapping, this.#shared);
  }

  /** The columns that are not used, unless one of them is a problem of its own. */
  get unusedColumns(): Problem | null {
    return this.#provenance.isMisnamed ? null : this.#columns.unused;
  }

  /** Throws `UnreadableFile` when no more rows should be read. */
  read(record: TableRecord): void {
    this.#take(record);
    if (this.#problems.isFull) throw endAt(record, tooManyErrors);
  }

  #take(record: TableRecord): void {
    if (isEmptyFrom(record, 0)) return;
    if (this.#isNote(record)) {
      this.#notes++;
      return;
    }
    if (!this.#isWhole(record)) return;
    const head = this.#headIn(record);
    if (head === 'other') throw endAt(record, otherHead);
    if (head === 'same') {
      this.#problems.add(repeatedHead.at(record.place(0)));
      return;
    }
    if (record.isHidden) this.#repeated.noteHidden(record.line);
    this.#use?.note(record);
    if (this.#isFlawed(record, this.#choosing)) return;
    const columns = this.#columns;
    const subject = this.#subject(record);
    const series = this.#series(record);
    if (subject === PASSED || series === PASSED || this.#use?.isSelected(record) === false) {
      this.#passed++;
      if (this.#mapping.isOwn) this.#noteReplaced(record, subject);
      return;
    }
    if (this.#isFlawed(record, this.#wanted)) return;
    const time = this.#table.times.read(textOf(record, columns.time));
    const value = this.#value(record, series);
    const provenance = this.#provenance.of(record);
    if (subject === null || series === null || time === null || value instanceof Problem || provenance === null) {
      this.#refuse(record, { subject, series, time }, value);
      return;
    }
    const [text, place] = [shownText(record, columns.value), record.place(columns.value)];
    const { value: number, missing, provisional } = value;
    this.#keep(record, { subject, series, time }, { value: number, missing, text, provisional, provenance, place });
  }

  /** Adds what only the whole file shows: of its mapping, texts that no row has, or not one figure; rows passed over. */
  end(): void {
    if (this.#figures > 0) this.#problems.add(...this.#provenance.end());
    const useless = this.#use?.problems(this.#figures, this.#refused) ?? [];
    this.#problems.add(...useless);
    // Where the mapping throws figures away by a slip, that rows are passed over is no news.
    if (this.#passed > 0 && useless.length === 0) {
      const rule = this.#mapping.isOwn ? replaced : passedOver;
      this.#problems.add(rule.at(wholeFile(this.#mapping.file), this.#passed));
    }
    if (this.#notes > 0) this.#problems.add(notesPassedOver.at(wholeFile(this.#mapping.file), this.#notes));
  }

  /** True for a row of an export that has neither area, time nor value. One that may be cut off is none. */
  #isNote(record: TableRecord): boolean {
    const { count, subject, time, value } = this.#columns;
    const { isOwn, isWide } = this.#mapping;
    if (isOwn || isWide || textOf(record, value) !== '' || !isEmptyFrom(record, count)) return false;
    if (this.#mapping.subjectOf(textOf(record, subject)) !== null) return false;
    if (this.#table.times.read(textOf(record, time)) !== null) return false;
    return !record.isUnended || record.fields.length >= count || /[.:] |\S+ \S+ \S+ \S/.test(record.fields[0] ?? '');
  }

  #subject(record: TableRecord): Meaning {
    return this.#mapping.subjectOf(textOf(record, this.#columns.subject));
  }

  #series(record: TableRecord): Meaning {
    // A row of none of the series that several columns name together is not wanted.
    if (this.#use?.hasPicks) return this.#use.pickOf(record) ?? PASSED;
    return this.#mapping.seriesOf(textOf(record, this.#columns.series));
  }

  #noteReplaced(record: TableRecord, subject: Meaning): void {
    const time = this.#table.times.read(textOf(record, this.#columns.time));
    if (subject === null || subject === PASSED || time === null) return;
    this.#table.of(subject).noteReplaced({ subject, series: textOf(record, this.#columns.series), time });
  }

  /** The value of a row, or why it is none that its series can have. */
  #value(record: TableRecord, series: string | null): ReadValue | Problem {
    const field = this.#columns.value;
    const text = shownText(record, field);
    const value = isNumberCell(record, field) ? readNumber(text) : this.#readText(text);
    if (typeof value === 'string') return notANumber.at(record.place(field), value, text, this.#mapping.style);
    const measure = this.#table.series.get(series ?? '')?.measure;
    return measure === undefined || value.value === null || possible[measure].test(value.value)
      ? value
      : outOfRange[measure].at(record.place(field), text);
  }

  /** Reports a cell that cannot be taken as text or number, in a column that is used. A date may be a time. */
  #isFlawed(record: TableRecord, fields: readonly number[]): boolean {
    if (record.cells === undefined) return false;
    for (const field of fields) {
      const flaw = field < 0 ? null : (record.cells[field]?.flaw ?? null);
      if (flaw === null || (flaw === 'date' && field === this.#columns.time)) continue;
      this.#wrong(this.#readable(record), [flawedCell.at(record.place(field), flaw, shownText(record, field))]);
      return true;
    }
    return false;
  }

  #keep(record: TableRecord, key: FigureKey, figure: Figure): void {
    const table = this.#table.of(key.subject);
    const isLast = this.#columns.value === this.#columns.count - 1;
    if (isLast && record.isUnended) this.#problems.add(cutOff.at(figure.place, figure.text));
    if (table.size >= limits.figures) throw endAt(record, tooManyFigures);
    if (table === this.#table) this.#figures++;
    const overlooked = this.#provenance.overlooked(record);
    if (overlooked !== null) this.#problems.add(overlooked);
    if (this.#provenance.isUnsaid(record)) table.unsourced.push({ ...key, place: figure.place });
    const known = table.add(key, figure);
    if (known === undefined) return;
    const problem = this.#repeated.problem(key, figure, known);
    if (saySame(figure, known)) this.#problems.add(problem);
    else {
      table.doubt(known);
      this.#wrong(key, [problem]);
    }
  }

  /** A row that repeats the head, as in a file that was joined of several: its names, in the same order or another. */
  #headIn(record: TableRecord): 'same' | 'other' | null {
    const { head, subject, time, value } = this.#columns;
    if (!head.includes(textOf(record, value))) return null;
    const fields = [subject, time, value];
    if (fields.every((field) => textOf(record, field) === head[field])) return 'same';
    const texts = new Set(fields.map((field) => textOf(record, field)));
    return texts.size === fields.length && [...texts].every((text) => head.includes(text)) ? 'other' : null;
  }

  /** Reports every wrong field of the row and remembers which figures it may have been meant for. */
  #refuse(record: TableRecord, key: MeantKey, value: ReadValue | Problem): void {
    const columns = this.#columns;
    const { times } = this.#table;
    const problems: Problem[] = [];
    const wrong = (field: number, problemAt: (place: Place, text: string) => Problem): void =>
      void problems.push(problemAt(record.place(field), textOf(record, field)));
    if (key.subject === null) wrong(columns.subject, (place, text) => this.#unknownSubject(place, text));
    if (key.series === null) wrong(columns.series, (place, text) => this.#unknownSeries(place, text));
    if (key.time === null) wrong(columns.time, (place, text) => times.problem(place, text));
    if (value instanceof Problem) problems.push(value);
    if (this.#provenance.of(record) === null) problems.push(this.#provenance.problem(record));
    this.#wrong(key, problems, {
      mayBeNumber: value instanceof Problem || value.value !== null,
      mayBe: key.series === null ? seriesNear(textOf(record, columns.series), this.#mapping) : null,
      likelyTime: key.time === null ? times.meant(textOf(record, columns.time)) : null,
    });
  }

  #unknownSubject(place: Place, text: string): Problem {
    const { catalogue, isOwn } = this.#mapping;
    if (isOwn) return unknownSubject.at(place, text, catalogue.subjects);
    return this.#shared.of(`area ${text}`, (figures) => unknownSubject.at(place, text, catalogue.subjects, figures));
  }

  #unknownSeries(place: Place, text: string): Problem {
    const { seriesTexts, isOwn, catalogue } = this.#mapping;
    if (!isOwn && text !== '') return unlistedSeries.at(place, text, seriesTexts);
    const { name } = this.#table;
    const id = meantId(text, (one) => seriesTexts.includes(one));
    return unknownSeries[name].at(place, text, name, seriesTexts, id, catalogue.templateOption);
  }

  #wrong(key: MeantKey, problems: readonly Problem[], meant: Partial<WrongRow> = {}): void {
    this.#refused++;
    const row = { ...key, likelyTime: null, mayBe: null, mayBeNumber: true, ...meant, problems };
    this.#table.of(key.subject).addWrong(row);
    this.#problems.add(...problems);
  }

  /** Of a record that has not the form of a row, the parts that are valid where they should stand. */
  #readable(record: TableRecord): MeantKey {
    const known = (meaning: Meaning): string | null => (meaning === PASSED ? null : meaning);
    const time = this.#table.times.read(textOf(record, this.#columns.time));
    return { subject: known(this.#subject(record)), series: known(this.#series(record)), time };
  }

  /** False for a record that has not the form of a row, which is reported. */
  #isWhole(record: TableRecord): boolean {
    const { count, subject, series, time, value, provenance, choosing } = this.#columns;
    const { fields } = record;
    if (fields.length < count || (fields.length > count && !isEmptyFrom(record, count))) {
      const place = record.place(Math.min(count, fields.length - 1));
      if (record.isMultiline) this.#problems.add(wrongCountOnLines.at(place, fields.length, count));
      else this.#wrong(this.#readable(record), [wrongCount.at(place, fields.length, count)]);
      return false;
    }
    if (!record.isMultiline) return true;
    // A line break inside a column that is used means that a stray quote has swallowed rows.
    const used = [subject, series, time, value, provenance, ...choosing.values()];
    const broken = used.find((field) => fields[field]?.includes('\n'));
    if (broken === undefined) return true;
    this.#problems.add(lineBreak.at(record.place(broken), textOf(record, broken)));
    return false;
  }
}

const isNumberCell = (record: TableRecord, field: number): boolean => record.cells?.[field]?.isNumber === true;

/** The text of a field; of a workbook's number as Danish Excel shows it. */
const shownText = (record: TableRecord, field: number): string =>
  isNumberCell(record, field) ? textOf(record, field).replace('.', ',') : textOf(record, field);

/** Ends the reading of a file at a row of it. */
const endAt = (record: TableRecord, rule: RuleOn<[]>): UnreadableFile =>
  new UnreadableFile(rule.at({ ...record.place(0), line: record.line, column: 1 }));
