import type { NumberStyle } from '../number.ts';
import { kind, PROVISIONAL, type StoredValue } from './store.ts';

const MINUS = 0x2d;
const STAR = 0x2a;
const ZERO = 0x30;
const DOT = 0x2e;

/**
 * Reads the plainest values ("16", "-2,5", "74,0*", "..", "") straight from their bytes into `into`; false for
 * everything else, which `parseValue` then judges. Only a shortcut: it takes nothing that `parseValue` would not take
 * alike.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over bytes, run for every row
export function readPlainValue(
  bytes: Uint8Array,
  start: number,
  fieldEnd: number,
  style: NumberStyle,
  into: StoredValue,
): boolean {
  let at = start;
  let end = fieldEnd;
  if (end - at > 17) return false;
  if (end === at || bytes[at] === DOT) return readPlainSymbol(bytes, start, end, into);
  const decimal = style.decimal === ',' ? 0x2c : DOT;
  const star = bytes[end - 1] === STAR;
  if (star) end--;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  const first = at;
  let units = 0;
  let markAt = -1;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (bytes[at] === decimal && markAt < 0) markAt = at;
    else return false;
  }
  const wholeDigits = (markAt < 0 ? end : markAt) - first;
  const scale = markAt < 0 ? 0 : end - markAt - 1;
  const exact = wholeDigits + scale <= 15 && wholeDigits > 0 && (markAt < 0 || scale > 0);
  const rebuildable = (wholeDigits === 1 || bytes[first] !== ZERO) && !(negative && units === 0);
  if (!exact || !rebuildable) return false;
  into.units = negative ? -units : units;
  into.scale = scale;
  into.big = null;
  into.flags = star ? kind.number | PROVISIONAL : kind.number;
  into.text = null;
  return true;
}

const symbolKinds = [kind.empty, kind.impossible, kind.confidential, kind.unavailable] as const;

/** Takes an empty field and one to three dots. */
function readPlainSymbol(bytes: Uint8Array, start: number, end: number, into: StoredValue): boolean {
  const symbol = symbolKinds[end - start];
  if (symbol === undefined) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== DOT) return false;
  into.units = 0;
  into.scale = 0;
  into.big = null;
  into.flags = symbol;
  into.text = null;
  return true;
}
