import { input } from './memory';

/** A literal is its byte; a match is its length in the upper and its distance less one in the lower 16 bits. */

const shortest: u32 = 4;
const longest: u32 = 258;
const window: u32 = 32768;
const hashBits: u32 = 14;

/** One more than the place where four bytes with a hash last stood; 0 is nowhere. Cleared by each call. */
const heads = memory.data(4 << 14, 16);

/** Of the places inside a match, only the last few are remembered: the others cost time and gain next to nothing. */
const remembered: u32 = 3;

/** Writes literals and matches to `list`, greedily from the front. Returns how many they are. */
export function findTokens(length: u32, list: usize): u32 {
  const end: u32 = length < shortest ? 0 : length - shortest + 1;
  let to = list;
  let at: u32 = 0;
  memory.fill(heads, 0, 4 << 14);
  while (at < end) {
    const token = tokenAt(at, length);
    store<u32>(to, token);
    to += 4;
    if (token < 256) at++;
    else at = afterMatch(at, at + (token >>> 16), end);
  }
  for (; at < length; at++) {
    store<u32>(to, load<u8>(input + at));
    to += 4;
  }
  return <u32>((to - list) >> 2);
}

function tokenAt(at: u32, length: u32): u32 {
  const word = load<u32>(input + at);
  const slot = slotOf(word);
  const before = load<u32>(slot) - 1;
  store<u32>(slot, at + 1);
  if (before === <u32>-1 || at - before > window || load<u32>(input + before) !== word) return word & 0xff;
  return (matchLength(before, at, min(longest, length - at)) << 16) | (at - before - 1);
}

/** Remembers the last places of a match from `at` up to `next`, which is returned. */
function afterMatch(at: u32, next: u32, end: u32): u32 {
  const last = min(next, end);
  const first = last > at + remembered ? last - remembered : at + 1;
  for (let place = first; place < last; place++) {
    store<u32>(slotOf(load<u32>(input + place)), place + 1);
  }
  return next;
}

function slotOf(word: u32): usize {
  return heads + ((<usize>((word * <u32>0x9e3779b1) >>> (32 - hashBits))) << 2);
}

/** Of a match that is known to be `shortest` long at least; eight bytes at a time. */
function matchLength(before: u32, at: u32, most: u32): u32 {
  let length = shortest;
  while (length < most) {
    const differs = load<u64>(input + before + length) ^ load<u64>(input + at + length);
    if (differs !== 0) return min(most, length + <u32>(ctz(differs) >> 3));
    length += 8;
  }
  return most;
}
