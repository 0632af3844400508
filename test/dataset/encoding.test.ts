import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodingWatch, sequenceLength } from '../../src/dataset/read/encoding.ts';

const watched = (bytes: Uint8Array, size: number): EncodingWatch => {
  const watch = new EncodingWatch();
  for (let at = 0; at < bytes.length; at += size) watch.see(bytes.subarray(at, at + size), false);
  watch.see(new Uint8Array(0), true);
  return watch;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe('EncodingWatch', () => {
  it('calls a file UTF-8 exactly when all of it is, in any chunks', () => {
    const bytes = fc.array(fc.constantFrom(0x41, 0xc3, 0xa6, 0xe5, 0xe2, 0x80, 0xaf, 0xf0, 0x9f, 0x98, 0xed, 0xa0), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (given, size) => {
        const all = Uint8Array.from(given);
        const watch = watched(all, size);
        expect(watch.encoding === 'utf-8' && watch.mixedAt < 0).toBe(isUtf8(all));
        const whole = watched(all, 100);
        expect([watch.encoding, watch.mixedAt]).toEqual([whole.encoding, whole.mixedAt]);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it.each([
    ['only Windows-1252', [0x61, 0xe6, 0xf8, 0xe5], 'windows-1252', -1],
    ['UTF-8, then Windows-1252', [0xc3, 0xa6, 0x61, 0xe5], 'utf-8', 3],
    ['Windows-1252, then UTF-8', [0xe5, 0x61, 0xc3, 0xa6], 'windows-1252', 2],
    ['capital Å and a non-breaking space', [0xe5, 0xc5, 0xa0], 'windows-1252', -1],
    ['half a sequence at the end', [0x61, 0xc3], 'windows-1252', -1],
  ] as const)('decides %s', (_, bytes, encoding, mixedAt) => {
    const watch = watched(Uint8Array.from(bytes), 1);
    expect([watch.encoding, watch.mixedAt]).toEqual([encoding, mixedAt]);
  });

  it('refuses overlong forms and surrogates', () => {
    const lengths = [
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
    ].map((bytes) => sequenceLength(Uint8Array.from(bytes), 0, bytes.length));
    expect(lengths).toEqual([0, 0, 0, 0]);
  });
});
