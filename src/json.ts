import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';

/** Names and indexes from the root of a JSON text to a value. */
export type JsonPath = readonly (string | number)[];

/** Line and column of a character, both from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** A JSON text that was read: its value, and where the parts of it stand. */
export interface JsonDocument {
  readonly value: unknown;
  /** Names that stand twice in one object, each with the place of the second. */
  readonly repeated: readonly { readonly path: JsonPath; readonly place: LineColumn }[];
  /** Place of the value at `path`, or of the nearest one around it when it is missing. */
  readonly placeOf: (path: JsonPath) => LineColumn;
  /** Place of the name that the value at `path` has in its object, or as `placeOf`. */
  readonly placeOfName: (path: JsonPath) => LineColumn;
}

/** Why a text is not JSON: a sentence in Danish. */
export interface JsonFault {
  readonly message: string;
  readonly place: LineColumn;
}

/** Objects and lists within each other; a text with more is refused before it exhausts the stack. */
const MOST_LEVELS = 32;

/** Reads strict JSON; unlike `JSON.parse` it tells where everything stands, and what is wrong in Danish. */
export function parseJson(text: string): JsonDocument | JsonFault {
  const { places, names, repeated, fault } = walk(text);
  const lineColumn = lineColumns(text);
  if (fault !== null) return { message: fault.message, place: lineColumn(fault.offset) };
  const nearest = (path: JsonPath): number =>
    places.get(keyOf(path)) ?? (path.length === 0 ? 0 : nearest(path.slice(0, -1)));
  return {
    value: JSON.parse(text),
    repeated: repeated.map(({ path, offset }) => ({ path, place: lineColumn(offset) })),
    placeOf: (path) => lineColumn(nearest(path)),
    placeOfName: (path) => lineColumn(names.get(keyOf(path)) ?? nearest(path)),
  };
}

/** What one walk through a text finds; offsets are by the path of their value. */
interface Walk {
  readonly places: Map<string, number>;
  readonly names: Map<string, number>;
  readonly repeated: { path: JsonPath; offset: number }[];
  fault: { message: string; offset: number } | null;
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);

/** What has to come next in a text: a name, the colon after it, a value, or whatever may follow a value. */
type Expected = 'name' | 'colon' | 'value' | 'comma';

class TooDeep extends Error {}

function walk(text: string): Walk {
  const found: Walk = { places: new Map(), names: new Map(), repeated: [], fault: null };
  /** The brackets that close what is open. */
  const closing: string[] = [];
  let expected: Expected = 'value';
  const valueAt = (offset: number, path: JsonPath): void => void found.places.set(keyOf(path), offset);
  const open: JSONVisitor['onObjectBegin'] = (offset, _length, _line, _column, path) => {
    closing.push(text[offset] === '{' ? '}' : ']');
    expected = text[offset] === '{' ? 'name' : 'value';
    if (closing.length > MOST_LEVELS) {
      found.fault ??= { message: 'Der er for mange niveauer af klammer.', offset };
      throw new TooDeep();
    }
    valueAt(offset, path());
  };
  const close = (offset: number): void => {
    // Also called where a bracket is missing, before the error that says so.
    if (text[offset] === closing.at(-1)) closing.pop();
    expected = 'comma';
  };
  const visitor: JSONVisitor = {
    onObjectBegin: open,
    onArrayBegin: open,
    onObjectEnd: close,
    onArrayEnd: close,
    onLiteralValue: (_value, offset, _length, _line, _column, path) => {
      expected = 'comma';
      valueAt(offset, path());
    },
    onObjectProperty: (name, offset, _length, _line, _column, pathOfObject) => {
      expected = 'colon';
      const path = [...pathOfObject(), name];
      if (found.names.has(keyOf(path))) found.repeated.push({ path, offset });
      found.names.set(keyOf(path), offset);
    },
    onSeparator: (separator) => {
      expected = separator === ',' && closing.at(-1) === '}' ? 'name' : 'value';
    },
    onError: (code, offset) => {
      found.fault ??= faultOf(text, offset, printParseErrorCode(code), expected, closing.at(-1));
    },
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return found;
}

/** An error of the parser in words that say what should stand there. */
function faultOf(
  text: string,
  offset: number,
  error: ReturnType<typeof printParseErrorCode>,
  expected: Expected,
  closing: string | undefined,
): NonNullable<Walk['fault']> {
  if (text[offset] === '"' && (expected === 'name' || expected === 'value')) return stringFault(text, offset, error);
  const messages: Readonly<Record<Expected, string>> = {
    name: 'Her skal stå et navn i anførselstegn.',
    colon: 'Der mangler et kolon efter navnet.',
    value: valueMessage(text[offset]),
    comma:
      closing === undefined
        ? 'Der står mere efter den afsluttende klamme.'
        : `Der mangler et komma eller "${closing}" her.`,
  };
  return { message: messages[expected], offset };
}

function valueMessage(character: string | undefined): string {
  if (character === undefined) return 'Filen slutter for tidligt.';
  return /[,\]}:]/.test(character)
    ? 'Der mangler en værdi her.'
    : 'Værdien er hverken tekst i anførselstegn, tal, true, false eller null.';
}

/** A string up to the first escape that is none, and up to the first control character. */
const escapes = /"(?:[^\\]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*/iy;
const printable = /"[^\p{Cc}]*/uy;

function stringFault(text: string, start: number, error: ReturnType<typeof printParseErrorCode>) {
  const endOf = (pattern: RegExp): number => {
    pattern.lastIndex = start;
    return start + (pattern.exec(text)?.[0].length ?? 0);
  };
  if (error === 'InvalidCharacter') return { message: 'Teksten har et styretegn.', offset: endOf(printable) };
  if (error === 'InvalidEscapeCharacter' || error === 'InvalidUnicode') {
    return { message: 'Ukendt tegn efter omvendt skråstreg.', offset: endOf(escapes) };
  }
  return { message: 'Teksten mangler et afsluttende anførselstegn.', offset: start };
}

/** Gives line and column of offsets in `text`. */
function lineColumns(text: string): (offset: number) => LineColumn {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  return (offset) => {
    let line = 0;
    for (let end = starts.length; end - line > 1; ) {
      const middle = (line + end) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else end = middle;
    }
    return { line: line + 1, column: offset - (starts[line] as number) + 1 };
  };
}
