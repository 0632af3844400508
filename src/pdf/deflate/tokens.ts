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
const never = -window - 1;

/** Of the places inside a match, only the last few are remembered: the others cost time and gain next to nothing. */
const remembered = 3;

/** Room for the tokens of any ordinary stream, used again by each call: its result holds until the next one. */
const room = new Uint32Array(1 << 16);

/** Literals and matches, greedily from the front. The result may share memory with that of the next call. */
export function findTokens(bytes: Uint8Array): Tokens {
  const list = bytes.length <= room.length ? room : new Uint32Array(bytes.length);
  const end = bytes.length - shortest + 1;
  let count = 0;
  let at = 0;
  heads.fill(never);
  while (at < end) {
    const token = tokenAt(bytes, at);
    list[count++] = token;
    const next = at + (token < 256 ? 1 : token >>> 16);
    at = Math.max(at + 1, Math.min(next, end) - remembered);
    for (; at < next && at < end; at++) heads[hash(wordAt(bytes, at))] = at;
    at = next;
  }
  while (at < bytes.length) list[count++] = bytes[at++] ?? 0;
  return { list, count };
}

function tokenAt(bytes: Uint8Array, at: number): number {
  const word = wordAt(bytes, at);
  const slot = hash(word);
  const before = heads[slot] ?? never;
  heads[slot] = at;
  if (at - before > window || wordAt(bytes, before) !== word) return word & 0xff;
  return (matchLength(bytes, before, at) << 16) | (at - before - 1);
}

/** Four bytes as one number. */
function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

function hash(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> (32 - hashBits);
}

/** Of a match that is known to be `shortest` long at least. */
function matchLength(bytes: Uint8Array, before: number, at: number): number {
  const most = Math.min(longest, bytes.length - at);
  let length = shortest;
  while (length < most && bytes[before + length] === bytes[at + length]) length++;
  return length;
}
