/** A prefix code: bits (first bit lowest) and their number by symbol. */
export interface Code {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/** The shortest code for symbols used so often, no code word longer than `limit` bits. Unused symbols have none. */
export function makeCode(counts: Uint32Array, limit: number): Code {
  const lengths = codeLengths(counts, limit);
  return { lengths, bits: codeBits(lengths, limit) };
}

const radix = 512; // above any symbol

function codeLengths(counts: Uint32Array, limit: number): Uint8Array {
  const order = new Float64Array(counts.length);
  let used = 0;
  counts.forEach((count, symbol) => {
    if (count > 0) order[used++] = count * radix + symbol;
  });
  const sorted = order.subarray(0, used).sort();
  const perLength = wordsPerLength(
    sorted.map((key) => Math.floor(key / radix)),
    limit,
  );
  const lengths = new Uint8Array(counts.length);
  let left = used;
  for (let length = 1; length <= limit; length++) {
    for (let words = perLength[length] ?? 0; words > 0; words--) lengths[(sorted[--left] ?? 0) % radix] = length;
  }
  return lengths;
}

/** How many code words there are of each length, for ascending weights. */
function wordsPerLength(weights: Float64Array, limit: number): number[] {
  const words = new Array<number>(limit + 1).fill(0);
  for (const depth of depths(weights)) {
    const length = Math.min(depth, limit);
    words[length] = (words[length] ?? 0) + 1;
  }
  if (weights.length > 1) shorten(words, limit);
  return words;
}

/** Depths of the leaves of Huffman's tree, for ascending weights. */
function depths(weights: Float64Array): number[] {
  if (weights.length < 2) return new Array<number>(weights.length).fill(1);
  const parents = makeTree(weights);
  const depth = new Array<number>(parents.length).fill(0);
  for (let node = parents.length - 2; node >= 0; node--) depth[node] = (depth[parents[node] ?? 0] ?? 0) + 1;
  return depth.slice(0, weights.length);
}

/** The parent of each node, with two queues: leaves by weight, and inner nodes in the order they are made. */
function makeTree(weights: Float64Array): Int32Array {
  const leaves = weights.length;
  const nodes = new Float64Array(2 * leaves - 1);
  const parents = new Int32Array(2 * leaves - 1);
  nodes.set(weights);
  let leaf = 0;
  let inner = leaves;
  for (let made = leaves; made < nodes.length; made++) {
    for (let child = 0; child < 2; child++) {
      const takeLeaf = leaf < leaves && (inner >= made || (nodes[leaf] ?? 0) <= (nodes[inner] ?? 0));
      const taken = takeLeaf ? leaf++ : inner++;
      nodes[made] = (nodes[made] ?? 0) + (nodes[taken] ?? 0);
      parents[taken] = made;
    }
  }
  return parents;
}

/** Cutting words to the limit took more room than there is: lengthens shorter words until all fit again. */
function shorten(words: number[], limit: number): void {
  let room = words.reduce((sum, count, length) => (length === 0 ? 0 : sum + count * 2 ** (limit - length)), 0);
  for (; room > 2 ** limit; room--) {
    let length = limit - 1;
    while ((words[length] ?? 0) === 0) length--;
    words[limit] = (words[limit] ?? 0) - 1;
    words[length] = (words[length] ?? 0) - 1;
    words[length + 1] = (words[length + 1] ?? 0) + 2;
  }
}

/** Code words in the order of RFC 1951, 3.2.2, turned round because they are written first bit lowest. */
function codeBits(lengths: Uint8Array, limit: number): Uint16Array {
  const bits = new Uint16Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= limit; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) bits[symbol] = reverse(next++, length);
    }
    next *= 2;
  }
  return bits;
}

function reverse(word: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((word >> bit) & 1) << (length - 1 - bit);
  return turned;
}
