import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines as breakPieces, type Line, type Piece } from '../../src/document/lines.ts';
import { text } from '../../src/document/style.ts';
import { loadFonts } from '../../src/pdf/index.ts';

const fonts = loadFonts();
const breakLines = (pieces: readonly Piece[], width: number): Line[] => breakPieces(pieces, width, fonts);
const body = (value: string, whole = false): Piece => ({ text: value, style: text.body, whole });

const textOf = (lines: readonly Line[]): string[] => lines.map((line) => line.map((part) => part.text).join(''));

/** Width of what is seen: spaces at the line's end are not. */
function inkWidth(line: Line): number {
  const last = line.at(-1);
  if (last === undefined) return 0;
  const trailing = last.text.length - last.text.trimEnd().length;
  return last.x + last.width - fonts.measure(' '.repeat(trailing), text.body.font, text.body.size);
}

describe('lines', () => {
  test('break at spaces only, and keep the space at the end of a line that goes on', () => {
    const lines = textOf(breakLines([body('efterkommere med ikke-vestlig oprindelse skal i arbejde.')], 82));
    expect(lines).toEqual(['efterkommere med ', 'ikke-vestlig ', 'oprindelse skal i ', 'arbejde.']);
  });

  test('never begin with a dash', () => {
    for (let width = 55; width < 200; width += 1) {
      for (const line of textOf(breakLines([body('efter særloven - 31. december 2025 - og mere')], width))) {
        expect(line).not.toMatch(/^-/);
      }
    }
  });

  test('keep a whole piece on one line', () => {
    const lines = textOf(breakLines([body('efter særloven - '), body('31. december 2025', true)], 110));
    expect(lines.filter((line) => line.includes('31. december 2025'))).toHaveLength(1);
  });

  test('cut a word that no line can hold', () => {
    const lines = breakLines([body('straffelovsovertrædelsesundersøgelse')], 50);
    expect(textOf(lines).join('')).toBe('straffelovsovertrædelsesundersøgelse');
    expect(lines.length).toBeGreaterThan(2);
  });

  test('never cut a number: half of it reads as another', () => {
    expect(() => breakLines([body('12.345.678.901.234 personer')], 50)).toThrow(/12\.345\.678\.901\.234 er for langt/);
  });

  test('lose no character and overflow no column', () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøåA-ZÆØÅ][a-zæøåA-ZÆØÅ0-9.,()-]{0,29}$/), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 400 }), (list, width) => {
        const lines = breakLines([body(list.join(' '))], width);
        expect(textOf(lines).join('')).toBe(list.join(' '));
        for (const line of lines) expect(inkWidth(line)).toBeLessThanOrEqual(width + 0.001);
      }),
      { seed: 20260606, numRuns: 300 },
    );
  });

  test('of pieces lose no character whatever the borders between them', () => {
    const parts = fc.array(fc.stringMatching(/^[a-zæøå -]{1,20}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 60, max: 300 }), (list, width) => {
        const lines = breakLines(
          list.map((part) => body(part)),
          width,
        );
        expect(textOf(lines).join('')).toBe(list.join(''));
      }),
      { seed: 20260606, numRuns: 300 },
    );
  });
});
