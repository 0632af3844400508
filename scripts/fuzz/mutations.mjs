// Ways to damage files, the same for the same seed.

/** Numbers of a seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, from: (list) => list[below(list.length)] };
}

/** Changes, cuts, doubles, removes and inserts a few bytes or spans. */
export function mutateBytes(given, random) {
  let bytes = Buffer.from(given);
  for (let left = random.from([1, 1, 1, 2, 4]); left > 0; left--) {
    const at = random.below(bytes.length + 1);
    const length = random.from([1, 1, 4, 30, 500]);
    const [before, span, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
    const noise = Buffer.from(Array.from({ length: Math.min(length, 30) }, () => random.below(256)));
    bytes = random.from([
      () => Buffer.concat([before, noise, bytes.subarray(at + noise.length)]),
      () => Buffer.concat([before, Buffer.from(span.map((byte) => byte ^ (1 << random.below(8)))), after]),
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, span, span, after]),
      () => Buffer.concat([before, noise, span, after]),
      () => Buffer.from(before),
    ])();
    if (bytes.length === 0) return Buffer.from('x');
  }
  return bytes;
}

/** Words that parsers stumble over. */
const words = [
  ...[
    '',
    '0',
    '-1',
    '1e9',
    '999999999999',
    '0x10',
    'NaN',
    '62,3',
    '__proto__',
    'constructor',
    'null',
    'true',
    '..',
    '...',
  ],
  ...['\u0000', '\u001b[2J', '\u202e', '\ud800', '&#0;', '&x;', '<', '>', '"', ';', ']]>', '<![CDATA[', '<!--', '-->'],
  ...[
    'A1048577',
    'XFE1',
    'A1:XFD1048576',
    '9 0 R',
    '1 0 obj',
    '<<',
    '>>',
    '/Length 999999999',
    'stream',
    '../../x',
    '/etc/passwd',
  ],
  ...['x'.repeat(5_000), '['.repeat(5_000), '<a>'.repeat(2_000), '9'.repeat(500), 'æ'.repeat(300), '\n\n', '{}', '[]'],
];

/** Puts words in place of numbers, texts and spans, and moves spans about. */
export function mutateText(given, random) {
  let text = given;
  for (let left = random.from([1, 1, 1, 2, 4]); left > 0; left--) {
    const at = random.below(text.length + 1);
    const found = /"[^"]*"|-?\d+(?:\.\d+)?|[\p{L}_]+/u.exec(text.slice(at, at + 2_000));
    const end = at + random.from([1, 3, 20, 400]);
    const [from, to] = found === null ? [at, at] : [at + found.index, at + found.index + found[0].length];
    text = random.from([
      () => text.slice(0, from) + random.from(words) + text.slice(to),
      () => text.slice(0, from) + random.from(words) + text.slice(to),
      () => text.slice(0, at) + random.from(words) + text.slice(at),
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at),
    ])();
  }
  return text;
}

const odd = [
  ...[
    null,
    true,
    0,
    -1,
    1e300,
    1.5,
    '',
    'x',
    '\u001b[2J\nbarometer-report: ok',
    [],
    {},
    [[[[]]]],
    ['x'.repeat(100_000)],
  ],
  ...[
    'x'.repeat(160),
    'ord '.repeat(400),
    'æ'.repeat(3_000),
    '{navn}',
    '{x}',
    '𝄞',
    'e\u0301',
    '..',
    '2026-13',
    'https://x',
  ],
];

/** Puts odd values, others of the file's own, or nothing in the place of values. */
export function mutateJson(given, random) {
  const value = JSON.parse(given);
  const places = [];
  const walk = (node) => {
    for (const key of Object.keys(node)) {
      places.push([node, key]);
      if (typeof node[key] === 'object' && node[key] !== null) walk(node[key]);
    }
  };
  walk(value);
  for (let left = random.from([1, 1, 1, 2, 4]); left > 0; left--) {
    const [node, key] = random.from(places);
    const [other, otherKey] = random.from(places);
    const set = (name, replacement) => {
      node[name] = replacement;
    };
    random.from([
      () => set(key, random.from(odd)),
      () => set(key, random.from(odd)),
      () => set(key, structuredClone(other[otherKey])),
      () => delete node[key],
      () => set(random.from(['ekstra', 'toString', 'constructor']), random.from(odd)),
      () =>
        set(key, typeof node[key] === 'string' ? node[key].repeat(1 + random.below(200)) : JSON.stringify(node[key])),
    ])();
  }
  return JSON.stringify(value);
}
