import { compare, type Decimal, toPlain } from '../exact.ts';
import type { Figure, Missing, Provenance } from '../figure.ts';
import type { NumberStyle } from '../number.ts';

/** What a value is: a number, the symbol "-" (exactly zero), or one of the reasons for having none. */
export const kind = { number: 0, dash: 1, empty: 2, impossible: 3, confidential: 4, unavailable: 5 } as const;
export const missingKinds: readonly (Missing | null)[] = [
  null,
  null,
  'empty',
  'impossible',
  'confidential',
  'unavailable',
];
export const provenances: readonly Provenance[] = ['officiel', 'beregnet', 'eksempel'];
const symbolTexts = ['', '-', '', '.', '..', '...'];

/** Flags of a figure: kind in bits 0-2, provenance in bits 3-4, and one bit each. */
export const PROVISIONAL = 32;
const UNUSABLE = 64;
/** Written with the file's thousands mark, as a plain blank where that is " ". */
export const GROUPED = 128;
export const kindOf = (flags: number): number => flags & 7;
export const provenanceOf = (flags: number): number => (flags >> 3) & 3;

/** A value as the reader hands it to the store. */
export interface StoredValue {
  /** Units, exact up to 15 digits; NaN when `big` holds them. */
  units: number;
  scale: number;
  big: bigint | null;
  flags: number;
  /** The text when `plainText` would not give it; null otherwise. */
  text: string | null;
}

/** A file of figures: its name in places, and how it writes numbers. */
export interface FigureFile {
  readonly name: string;
  readonly style: NumberStyle;
}

/** Text of a number as most files write it: no needless zeros before it, "-" for a minus. */
export function plainText(units: number, scale: number, flags: number, style: NumberStyle): string {
  const star = flags & PROVISIONAL ? '*' : '';
  if (kindOf(flags) !== kind.number) return (symbolTexts[kindOf(flags)] ?? '') + star;
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const plain = scale === 0 ? digits : digits.slice(0, -scale);
  const whole = flags & GROUPED ? plain.replace(/\B(?=(\d{3})+$)/g, style.thousands ?? '') : plain;
  return (units < 0 ? '-' : '') + whole + (scale === 0 ? '' : style.decimal + digits.slice(-scale)) + star;
}

/**
 * Figures in columns of typed arrays, found by subject, series and time through a hash table: about 40 bytes each.
 * Subjects, series and times are numbers here; their owner knows what they stand for.
 */
export class FigureStore {
  size = 0;
  #capacity: number;
  subject: Uint16Array;
  series: Uint16Array;
  time: Uint32Array;
  line: Uint32Array;
  #units: Float64Array;
  #scale: Uint8Array;
  flags: Uint8Array;
  file: Uint8Array;
  #column: Uint32Array;
  #slots: Int32Array;
  readonly #big = new Map<number, bigint>();
  readonly #texts = new Map<number, string>();
  readonly files: FigureFile[] = [];

  /** `capacity` is how many figures are expected, a power of two; more are taken all the same. */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.subject = new Uint16Array(capacity);
    this.series = new Uint16Array(capacity);
    this.time = new Uint32Array(capacity);
    this.line = new Uint32Array(capacity);
    this.#units = new Float64Array(capacity);
    this.#scale = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.file = new Uint8Array(capacity);
    this.#column = new Uint32Array(capacity);
    this.#slots = new Int32Array(capacity * 2);
  }

  /** Row of a figure, -1 when there is none. */
  find(subject: number, series: number, time: number): number {
    return (this.#slots[this.#slotOf(subject, series, time)] as number) - 1;
  }

  /** Adds a figure, or returns the row that holds the same cell already and adds nothing; -1 when it was added. */
  add(subject: number, series: number, time: number, value: StoredValue, at: StoredPlace): number {
    if (this.size === this.#capacity) this.#grow();
    const slot = this.#slotOf(subject, series, time);
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) return known;
    const row = this.size++;
    this.#slots[slot] = row + 1;
    this.subject[row] = subject;
    this.series[row] = series;
    this.time[row] = time;
    this.#units[row] = value.units;
    this.#scale[row] = value.scale;
    this.flags[row] = value.flags;
    this.file[row] = at.file;
    this.line[row] = at.line;
    this.#column[row] = at.column;
    if (value.big !== null) this.#big.set(row, value.big);
    if (value.text !== null) this.#texts.set(row, value.text);
    return -1;
  }

  /** From now on the row's cell counts as one without a figure. */
  spoil(row: number): void {
    this.flags[row] = (this.flags[row] as number) | UNUSABLE;
  }

  usable(row: number): boolean {
    return ((this.flags[row] as number) & UNUSABLE) === 0;
  }

  /** The number of a row that is one. */
  decimal(row: number): Decimal {
    const scale = this.#scale[row] as number;
    return { units: this.#big.get(row) ?? BigInt(this.#units[row] as number), scale };
  }

  /** The number of a row, rounded as doubles are: for checks of plausibility only. */
  approximately(row: number): number {
    return Number(this.#big.get(row) ?? this.#units[row]) / 10 ** (this.#scale[row] as number);
  }

  /** True when the row says exactly what `value` says, provenance aside: "2,0" and "2" are the same. */
  holdsSame(row: number, value: StoredValue): boolean {
    const flags = this.flags[row] as number;
    if ((flags & PROVISIONAL) !== (value.flags & PROVISIONAL)) return false;
    const missing = missingKinds[kindOf(flags)];
    if (missing !== missingKinds[kindOf(value.flags)]) return false;
    const number = { units: value.big ?? BigInt(value.units), scale: value.scale };
    return missing !== null || compare(this.decimal(row), number) === 0;
  }

  figure(row: number): Figure {
    const flags = this.flags[row] as number;
    const missing = missingKinds[kindOf(flags)] ?? null;
    return {
      value: missing === null ? toPlain(this.decimal(row)) : null,
      missing,
      text: this.text(row),
      provisional: (flags & PROVISIONAL) !== 0,
      provenance: provenances[provenanceOf(flags)] ?? 'eksempel',
      place: this.place(row),
    };
  }

  text(row: number): string {
    const kept = this.#texts.get(row);
    const style = this.files[this.file[row] as number]?.style;
    if (kept !== undefined || style === undefined) return kept ?? '';
    return plainText(this.#units[row] as number, this.#scale[row] as number, this.flags[row] as number, style);
  }

  place(row: number): Figure['place'] {
    const file = this.files[this.file[row] as number]?.name ?? '';
    return { file, line: this.line[row] as number, column: this.#column[row] as number };
  }

  #slotOf(subject: number, series: number, time: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(time, 0x9e3779b1) ^ Math.imul(subject, 0x85ebca6b) ^ Math.imul(series, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] as number) - 1;
      if (row < 0) return slot;
      if (this.time[row] === time && this.subject[row] === subject && this.series[row] === series) return slot;
    }
  }

  #grow(): void {
    this.#capacity *= 2;
    const longer = <T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    const length = this.#capacity;
    this.subject = longer(new Uint16Array(length), this.subject);
    this.series = longer(new Uint16Array(length), this.series);
    this.time = longer(new Uint32Array(length), this.time);
    this.line = longer(new Uint32Array(length), this.line);
    this.#units = longer(new Float64Array(length), this.#units);
    this.#scale = longer(new Uint8Array(length), this.#scale);
    this.flags = longer(new Uint8Array(length), this.flags);
    this.file = longer(new Uint8Array(length), this.file);
    this.#column = longer(new Uint32Array(length), this.#column);
    this.#slots = new Int32Array(length * 2);
    for (let row = 0; row < this.size; row++) {
      const slot = this.#slotOf(this.subject[row] as number, this.series[row] as number, this.time[row] as number);
      this.#slots[slot] = row + 1;
    }
  }
}

/** Where a value stands; `file` is an index of the store's `files`. */
export interface StoredPlace {
  file: number;
  line: number;
  column: number;
}
