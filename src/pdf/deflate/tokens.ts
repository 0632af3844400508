/** A literal is its byte; a match is its length in the upper and its distance less one in the lower 16 bits. */
export interface Tokens {
  readonly list: Uint32Array;
  readonly count: number;
}

const shortest = 4;
const longest = 258;
const window = 32768;
const hashBits = 14;

/** Where four bytes with a hash last stood. Used by one call at a time and cleared by each. */
const heads = new Int32Array(1 << hashBits);

export function findTokens(bytes: Uint8Array): Tokens {
  const list = new Uint32Array(bytes.length);
  const end = bytes.length - shortest + 1;
  let count = 0;
  let at = 0;
  heads.fill(-1);
  while (at < end) {
    const token = tokenAt(bytes, at);
    list[count++] = token;
    const next = at + lengthOf(token);
    while (++at < next) if (at < end) heads[hashAt(bytes, at)] = at;
  }
  while (at < bytes.length) list[count++] = bytes[at++] ?? 0;
  return { list, count };
}

function lengthOf(token: number): number {
  return token < 256 ? 1 : token >>> 16;
}

function tokenAt(bytes: Uint8Array, at: number): number {
  const hash = hashAt(bytes, at);
  const before = heads[hash] ?? -1;
  heads[hash] = at;
  if (before >= 0 && at - before <= window) {
    const length = matchLength(bytes, before, at);
    if (length >= shortest) return (length << 16) | (at - before - 1);
  }
  return bytes[at] ?? 0;
}

function hashAt(bytes: Uint8Array, at: number): number {
  const four =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
}

function matchLength(bytes: Uint8Array, before: number, at: number): number {
  const most = Math.min(longest, bytes.length - at);
  let length = 0;
  while (length < most && bytes[before + length] === bytes[at + length]) length++;
  return length;
}
