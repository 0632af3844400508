import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { InternalError } from '../../src/errors.ts';
import { readFontSet } from '../../src/pdf/font-data.ts';
import { loadFonts } from '../../src/pdf/index.ts';

const fonts = loadFonts();
const sources = { regular: 'Regular', semibold: 'Semibold' } as const;
const original = (font: 'regular' | 'semibold') =>
  create(readFileSync(`node_modules/source-sans/TTF/SourceSans3-${sources[font]}.ttf`));

describe.each(['regular', 'semibold'] as const)('%s', (font) => {
  const source = original(font);

  test('measures as the original font does', () => {
    const characters = [...readFontSet('fonts', 'wide')[font].characters];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 30 }), (list) => {
        const text = list.join('').normalize('NFC');
        const units = [...text].reduce(
          (sum, c) => sum + source.glyphForCodePoint(c.codePointAt(0) ?? 0).advanceWidth,
          0,
        );
        expect(fonts.measure(text, font, 10)).toBeCloseTo(units / 100, 6);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test.each(['core', 'wide'] as const)('%s draws the same outlines as the original', (set) => {
    const data = readFontSet('fonts', set)[font];
    const subset = create(readFileSync(`fonts/barometer-sans-${font}-${set}.ttf`));
    [...data.characters].forEach((character, index) => {
      const there = source.glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG();
      if (there !== '') expect(subset.getGlyph(data.glyphs[index] ?? 0).path.toSVG(), character).toBe(there);
    });
  });

  test('has figures of one width', () => {
    expect(new Set([...'0123456789'].map((digit) => fonts.measure(digit, font, 10))).size).toBe(1);
  });

  test('has all of Danish and its punctuation in the core', () => {
    const { characters } = readFontSet('fonts', 'core')[font];
    for (const needed of 'æøåÆØÅéáüÖ0123456789–—»«“”„’…•·°§€½%\u00a0\u202f\u2212\u2011')
      expect(characters).toContain(needed);
  });

  test('names the first character that it lacks', () => {
    expect(fonts.missing('Ringkøbing-Skjern', font)).toBeNull();
    expect(fonts.missing('Łódź, Žďár, Åland, Σ, Ж', font)).toBeNull();
    expect(fonts.missing('a\u0300 A\u030a', font)).toBeNull();
    expect(fonts.missing('ab😀漢', font)).toBe('😀');
    expect(fonts.missing('tab\tulator', font)).toBe('\t');
  });
});

test('composed and decomposed letters and soft hyphens measure alike', () => {
  expect(fonts.measure('A\u030alborg', 'regular', 12)).toBe(fonts.measure('Ålborg', 'regular', 12));
  expect(fonts.measure('kom\u00admune', 'regular', 12)).toBe(fonts.measure('kommune', 'regular', 12));
});

test('a folder without fonts is a fault of the program', () => {
  expect(() => loadFonts('/findes/ikke')).toThrow(InternalError);
});

test('the script makes the committed fonts, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  try {
    execFileSync(process.execPath, ['scripts/make-fonts.mjs', folder]);
    const made = readdirSync(folder).sort();
    expect([...made, 'README.md'].sort()).toEqual(readdirSync('fonts').sort());
    for (const name of made)
      expect(readFileSync(join(folder, name)).equals(readFileSync(join('fonts', name))), name).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
