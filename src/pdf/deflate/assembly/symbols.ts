/** Symbols of lengths and distances, and what follows them as plain bits (RFC 1951, 3.2.5). */

export const endOfBlock: u32 = 256;
const firstLength: u32 = 257;

export const literalSymbols: u32 = 286;
export const distanceSymbols: u32 = 30;

/** The longest match has a symbol of its own. */
const longest: u32 = 258;

export function lengthExtra(length: u32): u32 {
  return length < 11 || length === longest ? 0 : 29 - clz(length - 3);
}

export function lengthSymbol(length: u32): u32 {
  if (length === longest) return firstLength + 28;
  const extra = lengthExtra(length);
  return firstLength + 4 * extra + ((length - 3) >> extra);
}

/** `distance` is one less than the distance. */
export function distanceExtra(distance: u32): u32 {
  return distance < 4 ? 0 : 30 - clz(distance);
}

export function distanceSymbol(distance: u32): u32 {
  const extra = distanceExtra(distance);
  return 2 * extra + (distance >> extra);
}

/** Extra bits after a literal or length symbol, by symbol. */
export function extraAfter(symbol: u32): u32 {
  return symbol < 265 || symbol === 285 ? 0 : (symbol - 261) >> 2;
}

/** Extra bits after a distance symbol, by symbol. */
export function extraAfterDistance(symbol: u32): u32 {
  return symbol < 4 ? 0 : (symbol >> 1) - 1;
}
