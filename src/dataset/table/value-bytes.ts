import type { NumberStyle } from '../number.ts';
import type { Scanner } from '../read/scanner.ts';
import { kind, PROVISIONAL, type StoredValue } from './store.ts';

const MINUS = 0x2d;
const STAR = 0x2a;
const ZERO = 0x30;

/**
 * Reads the plainest numbers ("16", "-2,5", "74,0*") straight from their bytes into `into`; false for everything
 * else, which `parseValue` then judges. Only a shortcut: it takes nothing that `parseValue` would not take alike.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over bytes, run for every row
export function readPlainNumber(scanner: Scanner, field: number, style: NumberStyle, into: StoredValue): boolean {
  const bytes = scanner.buffer;
  let at = scanner.starts[field] as number;
  let end = scanner.ends[field] as number;
  if (end - at > 17 || end === at) return false;
  const decimal = style.decimal === ',' ? 0x2c : 0x2e;
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
