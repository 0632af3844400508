/**
 * The colour space that a report is meant for, sRGB (IEC 61966-2-1), as a small ICC profile of version 4.2: three
 * primaries adapted to D50 and one parametric curve. Made here, so that no profile with a licence of its own is needed.
 */
export function srgbProfile(): Uint8Array {
  const tags = layOut([
    ['desc', localized('sRGB IEC61966-2.1')],
    ['cprt', localized('CC0')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', adaptation],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
  return Buffer.concat([header(128 + tags.length), tags]);
}

const fixed = (value: number): number => Math.round(value * 65536);

function numbers(signature: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + values.length * 4);
  bytes.write(signature, 'latin1');
  values.forEach((value, index) => {
    bytes.writeInt32BE(fixed(value), 8 + index * 4);
  });
  return bytes;
}

function xyz(x: number, y: number, z: number): Buffer {
  return numbers('XYZ ', [x, y, z]);
}

/** Bradford, from D65 to D50. */
const adaptation = numbers(
  'sf32',
  [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168],
);

/** Function type 3: (ax + b)^g from d up, cx below. */
const curve = (() => {
  const parameters = numbers('para', [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  return Buffer.concat([parameters.subarray(0, 8), Buffer.from([0, 3, 0, 0]), parameters.subarray(8)]);
})();

/** Text in one language: record of 12 bytes at 16, then UTF-16. */
function localized(text: string): Buffer {
  const bytes = Buffer.alloc(28 + text.length * 2);
  bytes.write('mluc', 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt32BE(12, 12);
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(text.length * 2, 20);
  bytes.writeUInt32BE(28, 24);
  for (let index = 0; index < text.length; index++) bytes.writeUInt16BE(text.charCodeAt(index), 28 + index * 2);
  return bytes;
}

/** Tag table and tag data, each at a multiple of four; tags with the same data share it. */
function layOut(tags: readonly (readonly [string, Buffer])[]): Buffer {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const data: Buffer[] = [];
  const offsets = new Map<Buffer, number>();
  let end = 128 + table.length;
  tags.forEach(([signature, bytes], index) => {
    const offset = offsets.get(bytes) ?? end;
    if (!offsets.has(bytes)) {
      offsets.set(bytes, offset);
      const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
      bytes.copy(padded);
      data.push(padded);
      end += padded.length;
    }
    const at = 4 + index * 12;
    table.write(signature, at, 'latin1');
    table.writeUInt32BE(offset, at + 4);
    table.writeUInt32BE(bytes.length, at + 8);
  });
  return Buffer.concat([table, ...data]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, value] of [2026, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  for (const [index, value] of [0.9642, 1, 0.8249].entries()) bytes.writeInt32BE(fixed(value), 68 + index * 4);
  return bytes;
}
