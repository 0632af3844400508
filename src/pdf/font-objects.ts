import { rememberOf } from '../remember.ts';
import type { Face } from './face.ts';
import type { FaceData } from './font-data.ts';
import type { Objects } from './objects.ts';
import { reference } from './syntax.ts';

interface Ready {
  readonly program: Uint8Array;
  readonly toUnicode: Uint8Array;
  readonly widths: string;
}

/** What is the same in every form: made once per face. */
const readyParts = rememberOf(
  ({ data }: Face): Ready => ({
    program: Buffer.from(data.program, 'base64'),
    toUnicode: Buffer.from(data.toUnicode, 'base64'),
    widths: `[0[${data.advances.join(' ')}]]`,
  }),
);

/** Writes one embedded font: glyph numbers are the text's two-byte codes. Returns the number of the font object. */
export function putFont(face: Face, objects: Objects): number {
  const { data } = face;
  const { program, toUnicode, widths } = readyParts(face);
  const file = objects.stream(objects.reserve(), `/Length1 ${data.programLength}`, program, 'ready');
  const map = objects.stream(objects.reserve(), '', toUnicode, 'ready');
  const descriptor = objects.put(objects.reserve(), fontDescriptor(data, file));
  const descendant = objects.put(objects.reserve(), cidFont(data, descriptor, widths));
  return objects.put(
    objects.reserve(),
    `<</Type/Font/Subtype/Type0/BaseFont/${data.name}/Encoding/Identity-H` +
      `/DescendantFonts[${reference(descendant)}]/ToUnicode ${reference(map)}>>`,
  );
}

/** Flags 4: glyphs beyond the standard Latin set. StemV is an estimate from the weight, as viewers only need a hint. */
function fontDescriptor(data: FaceData, file: number): string {
  return (
    `<</Type/FontDescriptor/FontName/${data.name}/Flags 4/FontBBox[${data.box.join(' ')}]/ItalicAngle 0` +
    `/Ascent ${data.ascent}/Descent ${data.descent}/CapHeight ${data.capHeight}/XHeight ${data.xHeight}` +
    `/StemV ${Math.round(data.weight / 5)}/FontFile2 ${reference(file)}>>`
  );
}

function cidFont(data: FaceData, descriptor: number, widths: string): string {
  return (
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${data.name}/CIDToGIDMap/Identity` +
    `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
    `/FontDescriptor ${reference(descriptor)}/DW ${data.advances[0] ?? 1000}/W${widths}>>`
  );
}
