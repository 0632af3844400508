import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { deflate } from '../../../src/pdf/deflate/index.ts';

function expectSame(bytes: Uint8Array): void {
  const packed = deflate(bytes);
  expect(Buffer.from(inflateSync(packed)).equals(Buffer.from(bytes))).toBe(true);
  expect(Buffer.from(unzlibSync(packed)).equals(Buffer.from(bytes))).toBe(true);
}

/** A small generator with a seed, for more bytes than a property test makes. */
function noise(length: number, values: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 16) % values;
  });
}

describe('deflate', () => {
  test('is undone by two other programs, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), expectSame), { seed: 4, numRuns: 300 });
  });

  test('is undone when much repeats', () => {
    const words = fc.array(fc.constantFrom('/S/TD', '/P 12 0 R', '\n', '((c2) (r1))', '<<', '0000000000000000', 'æ'), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(words, (list) => expectSame(Buffer.from(list.join('')))),
      { seed: 5, numRuns: 200 },
    );
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(7)],
    ['one value', new Uint8Array(300_000)],
    ['two values', noise(100_000, 2)],
    ['few values', noise(200_000, 5)],
    ['all values', noise(200_000, 256)],
    ['matches at the edge of the window', Buffer.concat([noise(32_768, 256), noise(32_768, 256), noise(9, 256)])],
    ['matches beyond the window', Buffer.concat([noise(32_769, 256), noise(32_769, 256)])],
  ])('is undone for %s', (_, bytes) => expectSame(bytes));

  test('keeps code words within their limit when counts grow like Fibonacci numbers', () => {
    const parts: Buffer[] = [];
    let [a, b] = [1, 1];
    for (let value = 0; value < 24; value++) {
      parts.push(Buffer.alloc(a, value));
      [a, b] = [b, a + b];
    }
    const bytes = Buffer.concat(parts);
    for (let at = bytes.length - 1; at > 0; at--) {
      const other = Math.imul(at, 0x9e3779b1) >>> 0;
      const swap = other % (at + 1);
      [bytes[at], bytes[swap]] = [bytes[swap] ?? 0, bytes[at] ?? 0];
    }
    expectSame(bytes);
  });

  test('never grows by more than a few bytes, and packs text well', () => {
    expect(deflate(noise(100_000, 256)).length).toBeLessThan(100_000 + 40);
    expect(deflate(Buffer.from('<</S/TD/P 12 0 R/K 3>>\n'.repeat(1000))).length).toBeLessThan(200);
  });
});
