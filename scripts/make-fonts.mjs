// Makes fonts/ from the npm package source-sans: subsets without names, hints or layout tables, and beside them one
// JSON file per character set with all that a run needs, so that no run parses a font.
// Usage: node scripts/make-fonts.mjs [folder]; the committed files are its output, byte for byte (tested).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zlibSync } from 'fflate';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(createRequire(import.meta.url).resolve('source-sans/package.json'), '..');

const weights = { regular: 'Regular', semibold: 'Semibold' };

/** Danish and the rest of Latin-1, punctuation and the signs of movement (■▲▼◆): what nearly every report needs. */
const core = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  [0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e],
  [0x2022, 0x2026, 0x202f, 0x2039, 0x203a, 0x20ac, 0x2212],
  [0x25a0, 0x25b2, 0x25bc, 0x25c6],
].flat();

/** All of Latin (Polish, Turkish, Sami, Vietnamese ...), Greek, Cyrillic, signs, arrows and mathematics. */
const wide = [
  core,
  range(0x100, 0x24f),
  [0x259],
  range(0x370, 0x52f),
  range(0x1e00, 0x1eff),
  range(0x2010, 0x2027),
  range(0x2030, 0x2044),
  range(0x2070, 0x209f),
  range(0x20a0, 0x20bf),
  range(0x2100, 0x23ff),
  range(0x25a0, 0x25ff),
].flat();

/** U+00AD (soft hyphen) is never drawn: the program leaves it out of the text. */
const neverDrawn = new Set([0xad]);

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Text is composed (NFC) before it is drawn, so characters that composing replaces are never asked for. */
function isDrawn(code) {
  const character = String.fromCodePoint(code);
  return !neverDrawn.has(code) && character.normalize('NFC') === character;
}

/** A name table is dropped whole: a modified version must not carry the reserved name. */
const dropTables = ['name', 'GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'OS/2', 'post', 'gasp', 'cvt ', 'fpgm', 'prep'];

function subset(file, codes) {
  return subsetFont(file, String.fromCodePoint(...codes), {
    targetFormat: 'sfnt',
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: [],
    dropTables,
  });
}

async function makeFace(weight, wanted) {
  const file = readFileSync(join(source, 'TTF', `SourceSans3-${weight}.ttf`));
  const original = create(file);
  const codes = wanted.filter((code) => original.hasGlyphForCodePoint(code) && isDrawn(code));
  const program = await subset(file, codes);
  return { program, data: describe(original, create(program), codes, program, weight) };
}

function describe(original, made, codes, program, weight) {
  const glyphs = codes.map((code) => made.glyphForCodePoint(code).id);
  const advances = range(0, made.numGlyphs - 1).map((id) => advanceOf(made, id));
  const { minX, minY, maxX, maxY } = made.bbox;
  return {
    characters: String.fromCodePoint(...codes),
    glyphs,
    advances,
    descriptor: {
      FontName: `${tag(program)}+BarometerSans-${weight}`,
      Flags: 4, // glyphs beyond the standard Latin set
      FontBBox: [minX, minY, maxX, maxY],
      ItalicAngle: 0,
      Ascent: original.ascent,
      Descent: original.descent,
      CapHeight: original.capHeight,
      XHeight: original.xHeight,
      StemV: Math.round(original['OS/2'].usWeightClass / 5), // a hint for viewers
    },
    programLength: program.length,
    program: deflated(program),
    toUnicode: deflated(Buffer.from(toUnicode(codes, glyphs), 'latin1')),
  };
}

/** From the table itself: fontkit's glyph.advanceWidth also reads outlines and fails on empty ones. */
function advanceOf(font, id) {
  const { metrics } = font.hmtx;
  return metrics.get(Math.min(id, metrics.length - 1)).advance;
}

function deflated(bytes) {
  return Buffer.from(zlibSync(bytes, { level: 9 })).toString('base64');
}

/** Six capital letters that follow from the content, as PDF asks of the name of a subset. */
function tag(program) {
  const digest = createHash('sha256').update(program).digest();
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/**
 * CMap from glyph to text. Where several characters share a glyph, the plainest (lowest) wins: a non-breaking space
 * or hyphen is read back as the space or hyphen that a searching reader types. U+202F has a glyph of its own; it is
 * read back as a space for the same reason.
 */
function toUnicode(codes, glyphs) {
  const byGlyph = new Map();
  for (const [index, code] of codes.entries()) {
    const text = code === 0x202f ? 0x20 : code;
    byGlyph.set(glyphs[index], Math.min(text, byGlyph.get(glyphs[index]) ?? text));
  }
  const lines = [...byGlyph].sort(([a], [b]) => a - b).map(([glyph, code]) => `<${hex(glyph)}><${hex(code)}>`);
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000><FFFF> endcodespacerange',
    ...chunks(lines, 100).map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

function hex(number) {
  return number.toString(16).toUpperCase().padStart(4, '0');
}

async function makeSet(folder, setName, wanted) {
  const set = {};
  for (const [name, weight] of Object.entries(weights)) {
    const face = await makeFace(weight, wanted);
    writeFileSync(join(folder, `barometer-sans-${name}-${setName}.ttf`), face.program);
    set[name] = face.data;
  }
  writeFileSync(join(folder, `${setName}.json`), `${JSON.stringify(set)}\n`);
}

/** The letters of Danish and its neighbours, and the signs of pages: names of places are among them. */
const web = [
  range(0x20, 0x7e),
  [...'\u00a0ÆØÅæøåÄÖÜäöüßÉÈéèêëÁÀáàâãÇçÑñÍíìîïÓóòôõÚúùûÝýÞþÐðĀāŠšŽžĆćČčŁłŃńŚśŐőŰűĞğİıŞş'].map((one) =>
    one.codePointAt(0),
  ),
  [...'§©«»°·±²³½×÷¿¡–—‘’‚“”„•…‹›€−←→↑↓≤≥\u2011\u202f'].map((one) => one.codePointAt(0)),
].flat();

/** A font with another name table: browsers ask for one, and a modified font must not carry the reserved name. */
function named(sfnt, family) {
  const names = { 1: family, 2: 'Regular', 4: family, 6: family.replace(' ', '') };
  const texts = Object.values(names).map((name) => Buffer.from(name, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * texts.length);
  const offsetOf = (index) => texts.slice(0, index).reduce((sum, text) => sum + text.length, 0);
  writeNumbers(head, 0, [0, texts.length, head.length]);
  for (const [index, id] of Object.keys(names).entries()) {
    // Windows, Unicode, American English.
    writeNumbers(head, 6 + 12 * index, [3, 1, 0x409, Number(id), texts[index].length, offsetOf(index)]);
  }
  const table = Buffer.concat([head, ...texts]);
  const made = Buffer.concat([sfnt, Buffer.alloc(-sfnt.length & 3), table]);
  const count = sfnt.readUInt16BE(4);
  const entry = range(0, count - 1)
    .map((index) => 12 + 16 * index)
    .find((at) => sfnt.toString('latin1', at, at + 4) === 'name');
  made.writeUInt32BE(made.length - table.length, entry + 8);
  made.writeUInt32BE(table.length, entry + 12);
  return made;
}

const writeNumbers = (buffer, at, numbers) => {
  for (const [index, number] of numbers.entries()) buffer.writeUInt16BE(number, at + 2 * index);
};

/** One variable font for pages, regular to semibold, with figures of equal width. */
async function makeWebFont(folder) {
  const file = readFileSync(join(source, 'VF', 'SourceSans3VF-Upright.ttf'));
  const font = await subsetFont(named(file, 'Barometer Sans'), String.fromCodePoint(...web), {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'tnum', 'ccmp', 'mark', 'locl'],
    variationAxes: { wght: { min: 400, max: 600, default: 400 } },
  });
  writeFileSync(join(folder, 'barometer-sans.woff2'), font);
}

const folder = process.argv[2] ?? join(root, 'fonts');
mkdirSync(folder, { recursive: true });
await makeSet(folder, 'core', core);
await makeSet(folder, 'wide', wide);
await makeWebFont(folder);
writeFileSync(join(folder, 'OFL.txt'), readFileSync(join(source, 'LICENSE.md')));
