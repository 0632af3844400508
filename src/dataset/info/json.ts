/** A JSON value with where its parts stand: offsets in the text by path, e.g. "/kilder/0/navn"; "" is the whole. */
export interface LocatedJson {
  readonly value: unknown;
  readonly places: ReadonlyMap<string, number>;
  /** Keys that stand twice in one object: path and offset of the second. */
  readonly repeated: readonly { readonly path: string; readonly offset: number }[];
}

export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

class Fault extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const MAX_DEPTH = 32;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** One step of a path: "~" and "/" in keys are written as in a JSON pointer. */
export const step = (key: string | number): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Parses JSON strictly; unlike `JSON.parse` it knows where each value stands and sees keys that are repeated. */
export function parseJson(text: string): LocatedJson | JsonFault {
  try {
    return new Parser(text).run();
  } catch (error) {
    if (error instanceof Fault) return { offset: error.offset, message: error.message };
    throw error;
  }
}

class Parser {
  readonly #text: string;
  #at = 0;
  readonly #places = new Map<string, number>();
  readonly #repeated: { path: string; offset: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  run(): LocatedJson {
    const value = this.#value('', 0);
    this.#blanks();
    if (this.#at < this.#text.length) this.#fail('Der står mere efter den afsluttende klamme.');
    return { value, places: this.#places, repeated: this.#repeated };
  }

  #fail(message: string, at = this.#at): never {
    throw new Fault(at, message);
  }

  #blanks(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? 'x')) this.#at++;
  }

  #value(path: string, depth: number): unknown {
    if (depth > MAX_DEPTH) this.#fail('Der er for mange niveauer af klammer.');
    this.#blanks();
    this.#places.set(path, this.#at);
    const char = this.#text[this.#at];
    if (char === '{') return this.#object(path, depth);
    if (char === '[') return this.#array(path, depth);
    if (char === '"') return this.#string();
    return this.#word();
  }

  #word(): unknown {
    const word = /[^\s,\]}:"]*/y;
    word.lastIndex = this.#at;
    const text = word.exec(this.#text)?.[0] ?? '';
    if (text === '')
      this.#fail(this.#at >= this.#text.length ? 'Filen slutter for tidligt.' : 'Der mangler en værdi her.');
    const constant = new Map<string, unknown>([
      ['true', true],
      ['false', false],
      ['null', null],
    ]);
    if (!constant.has(text) && !/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text)) {
      this.#fail('Værdien er hverken tekst i anførselstegn, tal, true, false eller null.');
    }
    this.#at += text.length;
    return constant.has(text) ? constant.get(text) : Number(text);
  }

  #object(path: string, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    this.#items('}', () => {
      this.#blanks();
      const at = this.#at;
      if (this.#text[at] !== '"') this.#fail('Her skal stå et navn i anførselstegn.');
      const key = this.#string();
      const place = path + step(key);
      if (Object.hasOwn(result, key)) this.#repeated.push({ path: place, offset: at });
      this.#blanks();
      if (this.#text[this.#at] !== ':') this.#fail('Der mangler et kolon efter navnet.');
      this.#at++;
      result[key] = this.#value(place, depth + 1);
      this.#places.set(`${place}#`, at);
    });
    return result;
  }

  #array(path: string, depth: number): unknown[] {
    const result: unknown[] = [];
    this.#items(']', () => {
      result.push(this.#value(path + step(result.length), depth + 1));
    });
    return result;
  }

  /** Goes through the items between two brackets, commas in between. */
  #items(close: string, item: () => void): void {
    this.#at++;
    this.#blanks();
    if (this.#text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      item();
      this.#blanks();
      const char = this.#text[this.#at];
      if (char === close) break;
      if (char !== ',') this.#fail(`Der mangler et komma eller "${close}" her.`);
      this.#at++;
    }
    this.#at++;
  }

  #string(): string {
    const start = this.#at++;
    let result = '';
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined || char === '\n') this.#fail('Teksten mangler et afsluttende anførselstegn.', start);
      this.#at++;
      if (char === '"') return result;
      if (char < ' ') this.#fail('Teksten har et styretegn.', this.#at - 1);
      result += char === '\\' ? this.#escape() : char;
    }
  }

  #escape(): string {
    const char = this.#text[this.#at++] ?? '';
    const simple = escapes[char];
    if (simple !== undefined) return simple;
    const code = this.#text.slice(this.#at, this.#at + 4);
    if (char !== 'u' || !/^[\da-f]{4}$/i.test(code)) this.#fail('Ukendt tegn efter omvendt skråstreg.', this.#at - 2);
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }
}

/** Gives line and column (from 1) of offsets in `text`. */
export function lineColumns(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
