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
  readonly repeated: readonly JsonPart[];
  /** Place of the value at `path`, or of the nearest one around it when it is missing. */
  readonly placeOf: (path: JsonPath) => LineColumn;
  /** Place of the name that the value at `path` has in its object, or as `placeOf`. */
  readonly placeOfName: (path: JsonPath) => LineColumn;
}

/** A part of a JSON text, and where it stands. */
export interface JsonPart {
  readonly path: JsonPath;
  readonly place: LineColumn;
}

/** Why a text is not JSON: a sentence in Danish. */
export interface JsonFault {
  readonly message: string;
  readonly place: LineColumn;
}

/** Objects and lists within each other; a text with more is refused before it exhausts the stack. */
const MOST_LEVELS = 32;

/**
 * Reads strict JSON; unlike `JSON.parse` it tells where everything stands, and what is wrong in Danish. Places are looked
 * for when one is asked for, or when something is wrong with the text: that costs a hundred times as much as the value.
 */
export function parseJson(text: string): JsonDocument | JsonFault {
  const value = parsed(text);
  const isPlain = value !== undefined && namesIn(value) === namesWritten(text);
  let walked: ReturnType<typeof walk> | undefined;
  const found = () => (walked ??= walk(text));
  if (!isPlain && found().fault !== undefined) return found().fault as JsonFault;
  // The root always has a place.
  const placeOf = (path: JsonPath): LineColumn => found().places.get(keyOf(path)) ?? placeOf(path.slice(0, -1));
  return {
    value,
    repeated: isPlain ? [] : found().repeated,
    placeOf,
    placeOfName: (path) => found().names.get(keyOf(path)) ?? placeOf(path),
  };
}

/** Undefined when the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many names the objects in a value have; not a number when it has too many levels. */
function namesIn(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (level >= MOST_LEVELS) return Number.NaN;
  const parts = Object.values(value);
  const own = Array.isArray(value) ? 0 : parts.length;
  return parts.reduce<number>((sum, part) => sum + namesIn(part, level + 1), own);
}

/** How many names a JSON text holds: more than its value when one stands twice. */
const namesWritten = (text: string): number =>
  [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;

const keyOf = (path: JsonPath): string => JSON.stringify(path);

/** The parser counts from 0. */
const placeAt = (line: number, character: number): LineColumn => ({ line: line + 1, column: character + 1 });

/** What has to come next in a text: a name, the colon after it, a value, or whatever may follow a value. */
type Expected = 'name' | 'colon' | 'value' | 'comma';

/** What one walk through a text finds: places by the path of their value, and the first fault. */
function walk(text: string) {
  const places = new Map<string, LineColumn>();
  const names = new Map<string, LineColumn>();
  const repeated: JsonPart[] = [];
  const faults: JsonFault[] = [];
  /** The brackets that close what is open. */
  const closing: string[] = [];
  let expected: Expected = 'value';
  const open: JSONVisitor['onObjectBegin'] = (offset, _length, line, character, path) => {
    places.set(keyOf(path()), placeAt(line, character));
    closing.push(text[offset] === '{' ? '}' : ']');
    expected = text[offset] === '{' ? 'name' : 'value';
    if (closing.length <= MOST_LEVELS) return;
    faults.push({ message: 'Der er for mange niveauer af parenteser.', place: placeAt(line, character) });
    throw new Error('Too many levels');
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
    onLiteralValue: (_value, _offset, _length, line, character, path) => {
      expected = 'comma';
      places.set(keyOf(path()), placeAt(line, character));
    },
    onObjectProperty: (name, _offset, _length, line, character, pathOfObject) => {
      expected = 'colon';
      const path = [...pathOfObject(), name];
      const place = placeAt(line, character);
      if (names.has(keyOf(path))) repeated.push({ path, place });
      names.set(keyOf(path), place);
    },
    onSeparator: (separator) => {
      expected = separator === ',' && closing.at(-1) === '}' ? 'name' : 'value';
    },
    onError: (code, offset, _length, line, character) => {
      if (faults.length > 0) return;
      const place = placeAt(line, character);
      const isInString = text[offset] === '"' && (expected === 'name' || expected === 'value');
      faults.push(
        isInString
          ? stringFault(text, offset, place, printParseErrorCode(code))
          : { message: messageOf(expected, text[offset], closing.at(-1)), place },
      );
    },
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (error) {
    if (closing.length <= MOST_LEVELS) throw error;
  }
  return { places, names, repeated, fault: faults[0] };
}

/** What should stand where the parser met `character`, in words. */
function messageOf(expected: Expected, character: string | undefined, closing: string | undefined): string {
  const messages: Readonly<Record<Expected, string>> = {
    name: 'Her skal stå et navn i anførselstegn.',
    colon: 'Der mangler et kolon efter navnet.',
    value: valueMessage(character),
    comma:
      closing === undefined
        ? 'Der står mere efter den afsluttende parentes.'
        : `Der mangler et komma eller "${closing}" her.`,
  };
  return messages[expected];
}

function valueMessage(character: string | undefined): string {
  if (character === undefined) return 'Filen slutter for tidligt.';
  return /[,\]}:]/.test(character)
    ? 'Der mangler en værdi her.'
    : 'Værdien er hverken tekst i anførselstegn, tal, true, false eller null.';
}

/** A string up to the first escape that is none, and up to the first control character. */
const escapes = /"(?:[^\\]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*/iy;
const printable = /"(?:\P{Cc}|[\x7f-\x9f])*/uy;

/** The place within a string, which never goes on in another line, at which it is wrong. */
function stringFault(
  text: string,
  start: number,
  { line, column }: LineColumn,
  error: ReturnType<typeof printParseErrorCode>,
): JsonFault {
  const endOf = (pattern: RegExp): LineColumn => {
    pattern.lastIndex = start;
    return { line, column: column + (pattern.exec(text)?.[0].length ?? 0) };
  };
  if (error === 'InvalidCharacter') return { message: 'Teksten har et styretegn.', place: endOf(printable) };
  if (error === 'InvalidEscapeCharacter' || error === 'InvalidUnicode') {
    return { message: 'Ukendt tegn efter omvendt skråstreg.', place: endOf(escapes) };
  }
  return { message: 'Teksten mangler et afsluttende anførselstegn.', place: { line, column } };
}
