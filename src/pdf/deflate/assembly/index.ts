import { writeBlock } from './block';
import { input, makeRoom, outputAt, tokensAt } from './memory';
import { findTokens } from './tokens';

/** Makes room for a stream of `length` bytes. Returns where they are to be put. */
export function room(length: u32): usize {
  makeRoom(length, storedLength(length) + 6);
  return input;
}

/** Where `deflate` puts its result. */
export function result(length: u32): usize {
  return outputAt(length);
}

/** Compresses the `length` bytes of the input to a zlib stream (RFC 1950). Returns its length. */
export function deflate(length: u32): u32 {
  const start = outputAt(length);
  store<u16>(start, 0x0178);
  const tokens = tokensAt(length);
  const stored = storedLength(length);
  let end: usize = 0;
  if (length > 0) end = writeBlock(tokens, findTokens(length, tokens), start + 2, stored);
  if (end === 0) end = writeStored(start + 2, length);
  store<u32>(end, bswap<u32>(sum(length)));
  return <u32>(end + 4 - start);
}

const mostStored: u32 = 0xffff;

function storedLength(length: u32): u32 {
  return length + 5 * max(1, (length + mostStored - 1) / mostStored);
}

/** Bytes as they are, for what does not get smaller. Returns where they end. */
function writeStored(start: usize, length: u32): usize {
  let to = start;
  let from: u32 = 0;
  do {
    const part = min(mostStored, length - from);
    store<u8>(to, from + part === length ? 1 : 0);
    store<u16>(to + 1, <u16>part);
    store<u16>(to + 3, <u16>~part);
    memory.copy(to + 5, input + from, part);
    to += 5 + part;
    from += part;
  } while (from < length);
  return to;
}

/** Adler-32. So many additions of a byte cannot overflow 32 bits. */
const additions: u32 = 5552;

function sum(length: u32): u32 {
  let low: u32 = 1;
  let high: u32 = 0;
  for (let from: u32 = 0; from < length; from += additions) {
    const to = input + min(from + additions, length);
    for (let at = input + from; at < to; at++) {
      low += load<u8>(at);
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return (high << 16) | low;
}
