/** Names and indexes from the root of a JSON text to a value. */
export type JsonPath = readonly (string | number)[];

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** An object or list that is not closed yet, with the key or index that is being read. */
interface Open {
  readonly list: boolean;
  key: string | number;
  /** Between the colon and the comma of an object, or in a list: the next token begins a value. */
  atValue: boolean;
}

/**
 * Line and column (from 1) of the value at `path` in valid JSON; of its nearest parent when it is not there.
 * Reads the text once, keeping only the way to where it stands.
 */
export function placeInJson(text: string, path: JsonPath): { readonly line: number; readonly column: number } {
  const open: Open[] = [];
  let best = { depth: -1, at: 0 };
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const beginsValue = !/^[\]},:]$/.test(token) && (open.at(-1)?.atValue ?? true);
    if (beginsValue && open.length > best.depth && isOnPath(open, path)) best = { depth: open.length, at };
    follow(token, open);
  }
  return lineAndColumn(text, best.at);
}

/** Takes one token into account in `open`. */
function follow(token: string, open: Open[]): void {
  const top = open.at(-1);
  if (token === '{') open.push({ list: false, key: '', atValue: false });
  else if (token === '[') open.push({ list: true, key: 0, atValue: true });
  else if (token === '}' || token === ']') open.pop();
  else if (top !== undefined) followInside(token, top);
}

function followInside(token: string, top: Open): void {
  if (token === ':') top.atValue = true;
  else if (token === ',' && top.list) top.key = Number(top.key) + 1;
  else if (token === ',') top.atValue = false;
  else if (!top.atValue) top.key = JSON.parse(token) as string;
}

const isOnPath = (open: readonly Open[], path: JsonPath): boolean =>
  open.length <= path.length && open.every((step, index) => step.key === path[index]);

/** Line and column (from 1) of the character with index `at`. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
