/**
 * The colour space that a report is meant for, sRGB (IEC 61966-2-1), as a small ICC profile of version 4.2: three
 * primaries adapted to D50 and one parametric curve. Made here, so that no profile with a licence of its own is needed.
 */
export function srgbProfile(): Uint8Array {
  const tags = layOut([
    ['desc', localized('sRGB IEC61966-2.1')],
    ['cprt', localized('CC0')],
    ['wtpt', xyz(...d50)],
    ['chad', numbers('sf32', bradford)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
  const date = Buffer.from(Uint16Array.of(2026, 1, 1, 0, 0, 0).buffer).swap16();
  const version = int32(0, 0x04200000);
  const start = [int32(128 + tags.length), version, ascii('mntrRGB XYZ '), date, ascii('acsp'), Buffer.alloc(28)];
  const illuminant = int32(...d50.map(fixed));
  return Buffer.concat([...start, illuminant, Buffer.alloc(48), tags]);
}

const d50 = [0.9642, 1, 0.8249] as const;

/** From D65 to D50. */
const bradford = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

function int32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(value, index * 4);
  return bytes;
}

const fixed = (value: number): number => Math.round(value * 65536);

const numbers = (signature: string, values: readonly number[]): Buffer =>
  Buffer.concat([ascii(signature), int32(0, ...values.map(fixed))]);

const xyz = (x: number, y: number, z: number): Buffer => numbers('XYZ ', [x, y, z]);

/** Function type 3: (ax + b)^g from d up, cx below. */
const parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
const curve = Buffer.concat([ascii('para'), int32(0, 3 << 16, ...parameters.map(fixed))]);

/** Text in one language: record of 12 bytes at 16, then UTF-16. */
const localized = (text: string): Buffer =>
  Buffer.concat([
    ...[ascii('mluc'), int32(0, 1, 12), ascii('enUS'), int32(text.length * 2, 28)],
    Buffer.from(text, 'utf16le').swap16(),
  ]);

/** Tag table and tag data, each at a multiple of four; tags with the same data share it. */
function layOut(tags: readonly (readonly [string, Buffer])[]): Buffer {
  const table = [int32(tags.length)];
  const data: Buffer[] = [];
  const offsets = new Map<Buffer, number>();
  let end = 128 + 4 + tags.length * 12;
  for (const [signature, bytes] of tags) {
    if (!offsets.has(bytes)) {
      const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
      offsets.set(bytes, end);
      data.push(bytes, padding);
      end += bytes.length + padding.length;
    }
    table.push(ascii(signature), int32(offsets.get(bytes) ?? 0, bytes.length));
  }
  return Buffer.concat([...table, ...data]);
}
