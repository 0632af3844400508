import { ReadError } from './read-error.ts';
import type { Value } from './values.ts';

/** No object that this program writes is nested deeper. */
const deepest = 50;

/** Reads one value from a string of bytes. `end` is where it stops. */
export function parseValue(source: string, start: number): { readonly value: Value; readonly end: number } {
  const state = { source, at: start };
  const value = parse(state, 0);
  return { value, end: state.at };
}

interface State {
  readonly source: string;
  at: number;
}

const number = /[+-]?\d*\.?\d+/y;
const reference = /(\d{1,8}) 0 R/y;
const word = /true|false|null/y;
const name = /\/([^\s()<>[\]{}/%]*)/y;
const hexString = /<([0-9A-Fa-f\s]*)>/y;
const white = /\s*/y;

function take(state: State, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = state.at;
  const match = pattern.exec(state.source);
  if (match !== null) state.at = pattern.lastIndex;
  return match;
}

function parse(state: State, depth: number): Value {
  if (depth > deepest) throw new ReadError('Den er for dybt indlejret.');
  take(state, white);
  const { source, at } = state;
  if (source.startsWith('<<', at)) return dictionary(state, depth);
  if (source[at] === '[') return array(state, depth);
  if (source[at] === '(') return literal(state);
  return simple(state);
}

function simple(state: State): Value {
  const hex = take(state, hexString);
  if (hex !== null) return { kind: 'text', text: hex[1] ?? '' };
  const named = take(state, name);
  if (named !== null) return { kind: 'name', name: named[1] ?? '' };
  const referred = take(state, reference);
  if (referred !== null) return { kind: 'reference', object: Number(referred[1]) };
  const digits = take(state, number);
  if (digits !== null) return Number(digits[0]);
  const keyword = take(state, word);
  if (keyword === null) throw new ReadError(`Der står noget uforståeligt ved tegn ${state.at}.`);
  return keyword[0] === 'null' ? null : keyword[0] === 'true';
}

function dictionary(state: State, depth: number): Value {
  const map = new Map<string, Value>();
  state.at += 2;
  for (;;) {
    take(state, white);
    if (state.source.startsWith('>>', state.at)) break;
    const key = take(state, name);
    if (key === null) throw new ReadError(`Der mangler et navn ved tegn ${state.at}.`);
    map.set(key[1] ?? '', parse(state, depth + 1));
  }
  state.at += 2;
  return map;
}

function array(state: State, depth: number): Value {
  const list: Value[] = [];
  state.at += 1;
  for (;;) {
    take(state, white);
    if (state.source[state.at] === ']') break;
    list.push(parse(state, depth + 1));
  }
  state.at += 1;
  return list;
}

/** Our own literal strings: every bracket, backslash and carriage return is escaped. */
function literal(state: State): Value {
  const parts: string[] = [];
  let from = state.at + 1;
  for (let at = from; at < state.source.length; at++) {
    const char = state.source[at];
    if (char === ')') {
      parts.push(state.source.slice(from, at));
      state.at = at + 1;
      return { kind: 'text', text: decode(parts.join('')) };
    }
    if (char !== '\\') continue;
    parts.push(state.source.slice(from, at), state.source[at + 1] === 'r' ? '\r' : (state.source[at + 1] ?? ''));
    at += 1;
    from = at + 1;
  }
  throw new ReadError('En tekst i den er ikke afsluttet.');
}

function decode(bytes: string): string {
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  }
  return text;
}
