/** A PDF that cannot be read: damaged, encrypted, or of a form that no report has. */
export class UnreadablePdf extends Error {}

export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** "12 0 R": an object of the file by its number. */
export class PdfReference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A value of a PDF; a string is its bytes. */
export type PdfValue = null | boolean | number | Buffer | PdfName | PdfReference | PdfDictionary | readonly PdfValue[];

/** Values within each other; more would exhaust the stack. */
const MOST_LEVELS = 64;

const blank = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const reference = /(\d{1,8})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]/%])/y;
const number = /[-+]?(?:\d+\.?\d*|\.\d+)/y;
const word = /true|false|null/y;
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const hexadecimal = /<([\da-fA-F\0\t\n\f\r ]*)>/y;

/** How many values may still be read of a file. */
export interface ValueRoom {
  values: number;
}

/** Reads values from the text of a PDF, in which each character is a byte. Throws `UnreadablePdf`. */
export class PdfScanner {
  readonly #text: string;
  readonly #room: ValueRoom;
  at: number;

  constructor(text: string, at: number, room: ValueRoom) {
    this.#text = text;
    this.at = at;
    this.#room = room;
  }

  /** What a sticky pattern finds here, after blanks and comments; it is passed over. Null when it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | null {
    this.#match(blank);
    return this.#match(pattern);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  value(level = 0): PdfValue {
    if (level > MOST_LEVELS || --this.#room.values < 0) throw new UnreadablePdf();
    if (this.take(/<</y)) return this.#dictionary(level);
    if (this.take(/\[/y)) return this.#list(level);
    if (this.take(/\(/y)) return this.#string();
    const hex = this.take(hexadecimal);
    if (hex !== null) return hexBytes(hex[1] ?? '');
    const named = this.take(name);
    if (named !== null) return nameOf(named);
    const referred = this.take(reference);
    if (referred !== null) return new PdfReference(Number(referred[1]));
    const counted = this.take(number);
    if (counted !== null) return Number(counted[0]);
    const [said] = this.take(word) ?? [];
    if (said === undefined) throw new UnreadablePdf();
    return said === 'null' ? null : said === 'true';
  }

  #dictionary(level: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    while (this.take(/>>/y) === null) {
      const key = this.take(name);
      if (key === null) throw new UnreadablePdf();
      entries.set(nameOf(key).name, this.value(level + 1));
    }
    return entries;
  }

  #list(level: number): readonly PdfValue[] {
    const values: PdfValue[] = [];
    while (this.take(/\]/y) === null) values.push(this.value(level + 1));
    return values;
  }

  /** The rest of a string in brackets, which may hold others and characters behind a backslash. */
  #string(): Buffer {
    const parts: string[] = [];
    for (let open = 1; open > 0; ) {
      const [found, plain, escaped = '', bracket] = this.#match(/([^\\()]+)|\\([0-7]{1,3}|\r\n|.)|([()])/sy) ?? [];
      if (found === undefined) throw new UnreadablePdf();
      if (bracket !== undefined) open += bracket === '(' ? 1 : -1;
      if (open > 0) parts.push(plain ?? bracket ?? unescaped(escaped));
    }
    return Buffer.from(parts.join(''), 'latin1');
  }
}

const nameOf = ([, written = '']: RegExpExecArray): PdfName =>
  new PdfName(
    written.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );

function hexBytes(text: string): Buffer {
  const digits = text.replace(/[^\da-fA-F]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What is meant by the characters behind a backslash; a line break there is nothing. */
function unescaped(text: string): string {
  if (/^[0-7]/.test(text)) return String.fromCharCode(Number.parseInt(text, 8) & 0xff);
  return /[\r\n]/.test(text) ? '' : (escapes[text] ?? text);
}
