import { compare } from '../../decimal.ts';
import type { Measure } from '../catalogue.ts';
import { type Figure, type Provenance, provenanceOf } from '../figure.ts';
import { limits } from '../limits.ts';
import type { ColumnPositions } from '../mapping/columns.ts';
import { type FileMapping, type Meaning, PASSED, seriesNear } from '../mapping/mapping.ts';
import { MappingUse } from '../mapping/use.ts';
import { type ReadValue, type ValueReader, valueReader } from '../number.ts';
import { type Place, wholeFile } from '../place.ts';
import type { ProblemList } from '../problems.ts';
import { isEmptyFrom, type TableRecord, textOf } from '../read/table-record.ts';
import { UnreadableFile } from '../read/unreadable.ts';
import {
  type Count,
  misnamedProvenance,
  unknownProvenance,
  unknownSeries,
  unknownSubject,
  unlistedSeries,
  withoutProvenance,
} from '../rules/fields.ts';
import { notANumber, outOfRange } from '../rules/numbers.ts';
import { seriesName } from '../rules/phrases.ts';
import {
  contradicted,
  contradictedProvenance,
  repetition,
  seriesInTwoFiles,
  seriesTwice,
} from '../rules/repetitions.ts';
import {
  cutOff,
  flawedCell,
  lineBreak,
  notesPassedOver,
  passedOver,
  repeatedHead,
  replaced,
  tooManyErrors,
  tooManyFigures,
  wrongCount,
  wrongCountOnLines,
} from '../rules/rows.ts';
import { Problem, type RuleOn } from '../rules/rule.ts';
import { meantId } from './spreadsheet-slips.ts';
import type { FigureKey, SubjectTable, WrongRow } from './table.ts';

/** First rows of a file that are looked through for a provenance column with another name. */
const PROBED = 50;

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
  /** The columns that are not used, unless one of them is a problem of its own. */
  unusedColumns: Problem | null;
  readonly #table: SubjectTable;
  readonly #mapping: FileMapping;
  readonly #columns: ColumnPositions;
  readonly #problems: ProblemList;
  readonly #use: MappingUse | null;
  readonly #readText: ValueReader;
  /** Columns that show whether a row is wanted, and those that hold what is wanted of it. */
  readonly #choosing: readonly number[];
  readonly #wanted: readonly number[];
  #toProbe: number;
  /** Rows of landsdele, other areas and series that are passed over. */
  #passed = 0;
  /** Notes above, between and below the rows of an export. */
  #notes = 0;
  /** Lines of rows that Excel hides. */
  readonly #hidden = new Set<number>();
  /** Problems that several figures have in common, by what they have in common. */
  readonly #shared = new Map<string, { readonly figures: Count; readonly problem: Problem }>();
  /** A row has said its provenance; a column that has one has another name. */
  #saysProvenance = false;
  #isMisnamed = false;
  /** Figures of subjects, and wrong rows, of this file. */
  #figures = 0;
  #refused = 0;

  constructor(columns: ColumnPositions, mapping: FileMapping, table: SubjectTable, problems: ProblemList) {
    this.unusedColumns = columns.unused;
    this.#columns = columns;
    this.#mapping = mapping;
    this.#table = table;
    this.#problems = problems;
    this.#use = mapping.isOwn ? null : new MappingUse(mapping, columns);
    this.#readText = valueReader(mapping.style);
    this.#choosing = [columns.subject, columns.series, ...columns.choosing.values()];
    this.#wanted = [columns.time, columns.value, columns.provenance];
    this.#toProbe = columns.provenance < 0 && mapping.isOwn ? PROBED : 0;
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
    if (this.#isHead(record)) {
      this.#problems.add(repeatedHead.at(record.place(0)));
      return;
    }
    if (record.isHidden) this.#hidden.add(record.line);
    this.#use?.note(record);
    if (this.#isFlawed(record, this.#choosing)) return;
    if (this.#toProbe > 0) this.#probe(record);
    const columns = this.#columns;
    const subject = this.#subject(record);
    const series = this.#series(record);
    if (subject === PASSED || series === PASSED || this.#use?.isSelected(record) === false) {
      this.#passed++;
      return;
    }
    if (this.#isFlawed(record, this.#wanted)) return;
    const time = this.#table.times.read(textOf(record, columns.time));
    const value = this.#value(record, series);
    const provenance = this.#provenance(record);
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
    const isUnsourced = !this.#saysProvenance && !this.#mapping.isProvenanceSaid && this.#figures > 0;
    if (isUnsourced && !this.#isMisnamed) this.#problems.add(withoutProvenance.at(wholeFile(this.#mapping.file)));
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

  #provenance(record: TableRecord): Provenance | null {
    const text = textOf(record, this.#columns.provenance);
    return text === '' ? this.#mapping.provenance : (provenanceOf(text) ?? null);
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

  /**
   * Looks for a provenance column with another name. It would make examples official without a word, so a column that is
   * not used, but holds provenances, is refused.
   */
  #probe(record: TableRecord): void {
    this.#toProbe--;
    for (const [i, text] of record.fields.entries()) {
      if (provenanceOf(text) === undefined) continue;
      this.unusedColumns = null;
      this.#toProbe = 0;
      this.#isMisnamed = true;
      this.#problems.add(misnamedProvenance.at(record.place(i), text.toLowerCase()));
    }
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
    if (textOf(record, this.#columns.provenance) !== '') this.#saysProvenance = true;
    else if (!this.#mapping.isProvenanceSaid) table.unsourced.push({ ...key, place: figure.place });
    const known = table.add(key, figure);
    if (known === undefined) return;
    if (figure.provenance === known.provenance && saySame(figure, known)) {
      this.#problems.add(this.#repeated(key, figure, known));
      return;
    }
    table.doubt(known);
    this.#wrong(key, [this.#contradicted(key, figure, known)]);
  }

  /** Of a figure that says the same as the one that the table has already. */
  #repeated({ series }: FigureKey, figure: Figure, known: Figure): Problem {
    if (known.place.file === figure.place.file) return repetition.at(figure.place, figure, known);
    return this.#inCommon(`same ${series} ${known.place.file}`, (figures) =>
      seriesTwice.at(figure.place, figure, known, seriesName(this.#table.name, series), figures),
    );
  }

  /** Of a figure that says something else. */
  #contradicted({ series }: FigureKey, figure: Figure, known: Figure): Problem {
    if (figure.provenance !== known.provenance) return contradictedProvenance.at(figure.place, figure, known);
    const isExported = !this.#mapping.isOwn;
    if (known.place.file !== figure.place.file) {
      const name = seriesName(this.#table.name, series);
      return this.#inCommon(`other ${series} ${known.place.file}`, (figures) =>
        seriesInTwoFiles.at(figure.place, figure, known, name, isExported, figures),
      );
    }
    const hidden = [figure, known].find(({ place }) => this.#hidden.has(place.line));
    return contradicted.at(figure.place, figure, known, isExported, hidden?.place.line ?? null);
  }

  /** A problem that all figures with this key have in common; it is one problem, which counts them. */
  #inCommon(key: string, make: (figures: Count) => Problem): Problem {
    const figures = { count: 0 };
    const shared = this.#shared.get(key) ?? { figures, problem: make(figures) };
    this.#shared.set(key, shared);
    shared.figures.count++;
    return shared.problem;
  }

  /** True for a row that repeats the head, as in a file that was joined of several. */
  #isHead(record: TableRecord): boolean {
    const { head, subject, time, value } = this.#columns;
    return [subject, time, value].every((field) => textOf(record, field) === head[field]);
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
    if (this.#provenance(record) === null) wrong(columns.provenance, unknownProvenance.at);
    this.#wrong(key, problems, {
      mayBeNumber: value instanceof Problem || value.value !== null,
      mayBe: key.series === null ? seriesNear(textOf(record, columns.series), this.#mapping) : null,
      likelyTime: key.time === null ? times.meant(textOf(record, columns.time)) : null,
    });
  }

  #unknownSubject(place: Place, text: string): Problem {
    const { catalogue, isOwn } = this.#mapping;
    if (isOwn) return unknownSubject.at(place, text, catalogue.subjects);
    return this.#inCommon(`area ${text}`, (figures) => unknownSubject.at(place, text, catalogue.subjects, figures));
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

/** True when two figures say exactly the same: "2,0" and "2" do. */
const saySame = (a: Figure, b: Figure): boolean =>
  a.provisional === b.provisional &&
  a.missing === b.missing &&
  (a.value === null || b.value === null || compare(a.value, b.value) === 0);
