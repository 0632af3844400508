/** Prefix codes: the shortest for symbols used so often. Unused symbols have no code word. */

/** Symbols of the largest alphabet, and inner nodes of its tree. */
const most = 288;

/** By rank, rarest first: symbol and weight; then the weights of inner nodes. */
const sorted = memory.data(most * 2, 16);
const weights = memory.data(most * 2 * 4, 16);
const parents = memory.data(most * 2 * 4, 16);
const depths = memory.data(most * 2 * 2, 16);
/** How many code words have a length. */
const words = memory.data(16 * 4, 16);

/** Writes to `lengths`, a byte for each symbol, how long its code word is: `limit` bits at most. */
export function codeLengths(counts: usize, symbols: u32, limit: u32, lengths: usize): void {
  const used = sortSymbols(counts, symbols);
  memory.fill(lengths, 0, symbols);
  memory.fill(words, 0, 16 * 4);
  if (used > 1) {
    makeTree(used);
    countLengths(used, limit);
    shorten(limit);
  } else if (used === 1) store<u32>(words + 4, 1);
  let left = used;
  for (let length: u32 = 1; length <= limit; length++) {
    for (let word = load<u32>(words + 4 * length); word > 0; word--) {
      left--;
      store<u8>(lengths + load<u16>(sorted + 2 * left), <u8>length);
    }
  }
}

/** By count, then by symbol; returns how many are used. */
function sortSymbols(counts: usize, symbols: u32): u32 {
  let used: u32 = 0;
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const count = load<u32>(counts + 4 * symbol);
    if (count === 0) continue;
    let at = used++;
    for (; at > 0 && load<u32>(weights + 4 * (at - 1)) > count; at--) {
      store<u32>(weights + 4 * at, load<u32>(weights + 4 * (at - 1)));
      store<u16>(sorted + 2 * at, load<u16>(sorted + 2 * (at - 1)));
    }
    store<u32>(weights + 4 * at, count);
    store<u16>(sorted + 2 * at, <u16>symbol);
  }
  return used;
}

/** The parent of each node, with two queues: leaves by weight, and inner nodes in the order they are made. */
function makeTree(leaves: u32): void {
  const nodes: u32 = 2 * leaves - 1;
  let leaf: u32 = 0;
  let inner = leaves;
  for (let made = leaves; made < nodes; made++) {
    let sum: u32 = 0;
    for (let child = 0; child < 2; child++) {
      const takeLeaf = leaf < leaves && (inner >= made || weightOf(leaf) <= weightOf(inner));
      const taken = takeLeaf ? leaf++ : inner++;
      sum += weightOf(taken);
      store<u32>(parents + 4 * taken, made);
    }
    store<u32>(weights + 4 * made, sum);
  }
}

function weightOf(node: u32): u32 {
  return load<u32>(weights + 4 * node);
}

/** Depths of the leaves, cut to the limit. */
function countLengths(leaves: u32, limit: u32): void {
  let node: u32 = 2 * leaves - 2;
  store<u16>(depths + 2 * node, 0);
  while (node > 0) {
    node--;
    const depth = <u32>load<u16>(depths + 2 * load<u32>(parents + 4 * node)) + 1;
    store<u16>(depths + 2 * node, <u16>depth);
    if (node >= leaves) continue;
    const word = words + 4 * min(depth, limit);
    store<u32>(word, load<u32>(word) + 1);
  }
}

/** Cutting words to the limit took more room than there is: lengthens shorter words until all fit again. */
function shorten(limit: u32): void {
  let room: u32 = 0;
  for (let length: u32 = 1; length <= limit; length++) room += load<u32>(words + 4 * length) << (limit - length);
  for (; room > (<u32>1) << limit; room--) {
    let length = limit - 1;
    while (load<u32>(words + 4 * length) === 0) length--;
    add(limit, -1);
    add(length, -1);
    add(length + 1, 2);
  }
}

function add(length: u32, more: i32): void {
  const word = words + 4 * length;
  store<u32>(word, load<u32>(word) + more);
}

/**
 * Code words in the order of RFC 1951, 3.2.2, turned round because they are written first bit lowest. To `codes`, four
 * bytes for each symbol: the word, and its length above it in the topmost byte.
 */
export function codeWords(lengths: usize, symbols: u32, limit: u32, codes: usize): void {
  let next: u32 = 0;
  for (let length: u32 = 1; length <= limit; length++) {
    for (let symbol: u32 = 0; symbol < symbols; symbol++) {
      if (load<u8>(lengths + symbol) === length) {
        store<u32>(codes + 4 * symbol, (length << 24) | reverse(next++, length));
      }
    }
    next *= 2;
  }
}

function reverse(word: u32, length: u32): u32 {
  let turned: u32 = 0;
  for (let bit: u32 = 0; bit < length; bit++) turned |= ((word >> bit) & 1) << (length - 1 - bit);
  return turned;
}
