import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/dataset/index.ts';
import { tries } from '../helpers/tries.ts';
import { indikatorer, problemsOf } from './support/memory-files.ts';

/** The problems of a file whose one row names the text in `bytes` as its provenance, which is none. */
const problemsOfText = (bytes: Uint8Array, { mark = '', chunk = 65_536 } = {}): Promise<readonly Problem[]> => {
  const file = [Buffer.from(`${mark}${indikatorer()}161;1.1;2024;5;`), bytes, Buffer.from('\n')];
  return problemsOf({ 'indikatorer.csv': Buffer.concat(file) }, { chunk });
};
const said = ({ rule, value, place }: Problem): string => (value === null ? `${rule.id} ${place.column}` : value);

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', [0x61, 0xc3, 0xa6], 'aæ'],
    ['Windows-1252', [0x61, 0xe6, 0xf8, 0xe5, 0x80], 'aæøå€'],
    ['UTF-8, then Windows-1252', [0xc3, 0xa6, 0x61, 0xe5], 'blandet-tegnsaet 18'],
    ['Windows-1252, then UTF-8', [0xe5, 0x61, 0xc3, 0xa6], 'blandet-tegnsaet 18'],
    ['Windows-1252 with a capital Å and a non-breaking space', [0xe5, 0xc5, 0xa0, 0x62], 'åÅ\u00a0b'],
    ['half a sequence', [0x61, 0xc3], 'aÃ'],
    ['an overlong form', [0x61, 0xe0, 0x80, 0x80], 'aà€€'],
    ['a half of a pair, in UTF-8', [0xc3, 0xa6, 0xed, 0xa0, 0x80], 'blandet-tegnsaet 17'],
    ['NUL', [0x61, 0x00], 'binaer-fil 17'],
  ])('is decided for %s', async (_, bytes, expected) => {
    expect((await problemsOfText(Uint8Array.from(bytes))).map(said)).toEqual([expected]);
  });

  it.each([
    [[0xc3, 0xa6], 'æ'],
    [[0xe6], 'blandet-tegnsaet 16'],
  ])('is UTF-8 after a byte order mark, whatever follows: %j', async (bytes, expected) => {
    expect((await problemsOfText(Uint8Array.from(bytes), { mark: '\ufeff' })).map(said)).toEqual([expected]);
  });

  it('is UTF-8 exactly when all of it is, in any chunks', async () => {
    const strange = fc.constantFrom(0x41, 0xc3, 0xa6, 0xe5, 0xe2, 0x80, 0xaf, 0xf0, 0x9f, 0x98, 0xed, 0xa0);
    await fc.assert(
      fc.asyncProperty(fc.array(strange, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (given, chunk) => {
        const bytes = Uint8Array.from([0x41, ...given, 0x41]);
        const problems = await problemsOfText(bytes);
        expect(await problemsOfText(bytes, { chunk })).toEqual(problems);
        const text = Buffer.from(bytes).toString();
        if (!text.includes('\ufffd')) expect(problems.map(said)).toEqual([text]);
        else expect(problems.map(said)).not.toEqual([text]);
      }),
      { seed: 3, numRuns: tries(100, 300) },
    );
  });
});
