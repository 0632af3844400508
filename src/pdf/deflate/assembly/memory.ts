/** Where things lie in memory: fixed tables first, then the stream, its tokens and the result, as long as they need. */

const pageSize: usize = 65536;

/** Room for alignment, and for reads and writes of whole words that reach beyond the end. */
const margin: usize = 64;

/** The bytes to compress. */
export const input: usize = (__heap_base + 15) & ~15;

/** One 32-bit token for each byte at most. */
export function tokensAt(length: u32): usize {
  return (input + <usize>length + margin) & ~15;
}

export function outputAt(length: u32): usize {
  return tokensAt(length) + 4 * <usize>length + margin;
}

/** Grows memory until a stream of `length` bytes has room. It never shrinks: the next report needs as much. */
export function makeRoom(length: u32, outputLength: u32): void {
  const end = outputAt(length) + <usize>outputLength + margin;
  const pages = <i32>((end + pageSize - 1) / pageSize);
  const missing = pages - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
}
