import type { Period } from '../../danish/index.ts';
import { type Provenance, provenanceOf } from '../figure.ts';
import { type NumberFault, notANumber, type Value, type ValueReader, valueReader } from '../number.ts';
import type { ProblemText } from '../problem.ts';
import { type TableRecord, textOf } from '../read/records.ts';
import type { Columns } from './columns.ts';
import type { RowTexts } from './mapping-use.ts';
import { outOfRange } from './row-problems.ts';
import { type FileRules, type Meaning, PASSED } from './rules.ts';
import type { Table, WrongRow } from './table.ts';

/** The value of a row: its text as people see it, and what that means or why it is no value. */
export interface ReadValue {
  readonly text: string;
  readonly value: Value | NumberFault;
}

/** Says what the fields of a file's rows mean. */
export class RowFields {
  readonly #columns: Columns;
  readonly #rules: FileRules;
  readonly #table: Table;
  readonly #readText: ValueReader;
  readonly #readNumber = valueReader({ decimal: ',', thousands: null });

  constructor(columns: Columns, rules: FileRules, table: Table) {
    this.#columns = columns;
    this.#rules = rules;
    this.#table = table;
    this.#readText = valueReader(rules.style);
  }

  subject(record: TableRecord): Meaning {
    return this.#rules.subject(textOf(record, this.#columns.subject));
  }

  series(record: TableRecord): Meaning {
    const { series, picks } = this.#columns;
    if (picks.length > 0) return this.#pick(record);
    return series < 0 ? this.#rules.onlySeries : this.#rules.series(textOf(record, series));
  }

  /** The series that the row's columns tell together; a row of none is not wanted. */
  #pick(record: TableRecord): Meaning {
    const { picks } = this.#columns;
    const pick = this.#rules.picks.find(({ texts }) =>
      texts.every((text, i) => text === undefined || text === textOf(record, picks[i] as number)),
    );
    return pick?.id ?? PASSED;
  }

  isSelected(record: TableRecord): boolean {
    return this.#columns.selection.every((field, i) => textOf(record, field) === this.#rules.selection[i]);
  }

  time(record: TableRecord): Period | null {
    return this.#table.times.read(textOf(record, this.#columns.time));
  }

  provenance(record: TableRecord): Provenance | null {
    const text = textOf(record, this.#columns.provenance);
    return text === '' ? this.#rules.provenance : (provenanceOf(text) ?? null);
  }

  value(record: TableRecord): ReadValue {
    const field = this.#columns.value;
    const text = shownText(record, field);
    return { text, value: isNumberCell(record, field) ? this.#readNumber(text) : this.#readText(text) };
  }

  valueProblem({ text, value }: ReadValue, series: string | null): ProblemText | null {
    if (typeof value === 'string') return notANumber(value, text, this.#rules.style);
    const measure = this.#table.series.get(series ?? '')?.measure;
    return measure === undefined || value.value === null ? null : outOfRange(value.value, measure, text);
  }

  /** The texts that a mapping chooses rows by. */
  chosenBy(record: TableRecord): RowTexts {
    const { selection, series, picks } = this.#columns;
    return {
      selected: selection.map((field) => textOf(record, field)),
      series: series < 0 ? null : textOf(record, series),
      picked: picks.map((field) => textOf(record, field)),
    };
  }

  /** What can be read of a record with too few or too many fields: parts that are valid where they should stand. */
  readable(record: TableRecord): Omit<WrongRow, 'problems'> {
    const known = (meaning: Meaning): string | null => (meaning === PASSED ? null : meaning);
    return {
      subject: known(this.subject(record)),
      series: known(this.series(record)),
      time: this.time(record),
      likelyTime: null,
      mayBe: null,
      mayBeNumber: true,
    };
  }
}

const isNumberCell = (record: TableRecord, field: number): boolean => record.cells?.isNumber(field) === true;

/** The text of a field; of a workbook's number as Danish Excel shows it. */
export const shownText = (record: TableRecord, field: number): string =>
  isNumberCell(record, field) ? textOf(record, field).replace('.', ',') : textOf(record, field);
