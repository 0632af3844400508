import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { InternalError } from '../../../src/errors.ts';
import { fontChooser } from '../../../src/formats/pdf/fonts.ts';
import { drawnText, type PreparedFontData, TaggedPdfError } from '../../../src/tagged-pdf/index.ts';
import { temporaryFolder } from '../../helpers/command.ts';
import { tries } from '../../helpers/tries.ts';

const fontsFor = fontChooser('fonts');
const data = (set: 'core' | 'wide'): Record<'regular' | 'semibold', PreparedFontData> =>
  JSON.parse(readFileSync(`fonts/${set}.json`, 'utf8'));

const faceOf = (text: string, weight: 'regular' | 'semibold') =>
  fontsFor([text]).fonts.find({ bold: weight === 'semibold' });

describe.each(['regular', 'semibold'] as const)('%s', (weight) => {
  const name = weight === 'regular' ? 'Regular' : 'Semibold';
  const source = create(readFileSync(`node_modules/source-sans/TTF/SourceSans3-${name}.ttf`));
  const glyphOf = (font: ReturnType<typeof create>, character: string) =>
    font.glyphForCodePoint(character.codePointAt(0) ?? 0);

  it.each(['core', 'wide'] as const)('%s draws and measures as the original font does', (set) => {
    const { characters, glyphs } = data(set)[weight];
    const subset = create(readFileSync(`fonts/barometer-sans-${weight}-${set}.ttf`));
    const face = faceOf(set === 'core' ? '' : 'Ж', weight);
    [...characters].forEach((character, index) => {
      const there = glyphOf(source, character);
      expect(glyphOf(subset, character).id, character).toBe(glyphs[index]);
      expect(face.widthOfString(character, 10), character).toBeCloseTo(there.advanceWidth / 100, 6);
      if (there.path.toSVG() !== '')
        expect(glyphOf(subset, character).path.toSVG(), character).toBe(there.path.toSVG());
    });
  });

  it('has figures of one width', () => {
    const face = faceOf('', weight);
    expect(new Set([...'0123456789'].map((digit) => face.widthOfString(digit, 10))).size).toBe(1);
  });

  it('has all of Danish and its punctuation in the core', () => {
    for (const needed of 'æøåÆØÅéáüÖ0123456789–—""“”„’…•·°§€½%\u00a0\u202f\u2212\u2011') {
      expect(data('core')[weight].characters).toContain(needed);
    }
  });
});

describe('the fonts of a report', () => {
  it('are the core when that is enough, else the wide set', () => {
    expect(fontsFor(['Ringkøbing-Skjern', '52 pct.']).name).toBe('core');
    expect(fontsFor(['Ringkøbing-Skjern', 'Łódź, Σ, Ж']).name).toBe('wide');
  });

  it('have the same characters in both weights', () => {
    for (const set of ['core', 'wide'] as const)
      expect(data(set).regular.characters).toBe(data(set).semibold.characters);
  });

  it('are refused for a character that no set has', () => {
    expect(() => fontsFor(['ab😀漢'])).toThrow(
      new TaggedPdfError([{ code: 'missing-glyph', character: '😀', text: 'ab😀漢' }]),
    );
  });

  it('are a fault of the program when they are not there', () => {
    expect(() => fontChooser('/findes/ikke')).toThrow(InternalError);
  });
});

it('drawn text is composed and has no character that draws nothing', () => {
  expect(drawnText('A\u030alborg kom\u00admune')).toBe('Ålborg kommune');
});

// They change with the script alone.
it.runIf(tries(0, 1) === 1)('the script makes the committed fonts, byte for byte', () => {
  const folder = temporaryFolder();
  execFileSync(process.execPath, ['scripts/make-fonts.mjs', folder]);
  const made = readdirSync(folder).sort();
  expect([...made, 'README.md'].sort()).toEqual(readdirSync('fonts').sort());
  for (const name of made) {
    expect(readFileSync(join(folder, name)).equals(readFileSync(join('fonts', name))), name).toBe(true);
  }
});
