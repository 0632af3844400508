import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { srgbStream } from '../../src/pdf/icc.ts';
import { srgbProfile } from './support/srgb-profile.ts';

test('the colour profile is a whole display profile of version 4.2', () => {
  const bytes = Buffer.from(srgbProfile());
  expect(bytes.readUInt32BE(0)).toBe(bytes.length);
  expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
  const count = bytes.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) => {
    const at = 132 + index * 12;
    return {
      name: bytes.toString('latin1', at, at + 4),
      offset: bytes.readUInt32BE(at + 4),
      size: bytes.readUInt32BE(at + 8),
    };
  });
  expect(tags.map(({ name }) => name).sort()).toEqual([
    'bTRC',
    'bXYZ',
    'chad',
    'cprt',
    'desc',
    'gTRC',
    'gXYZ',
    'rTRC',
    'rXYZ',
    'wtpt',
  ]);
  for (const { offset, size } of tags) {
    expect(offset % 4).toBe(0);
    expect(offset + size).toBeLessThanOrEqual(bytes.length);
  }
});

test('its primaries add up to the white of the connection space, D50', () => {
  const bytes = Buffer.from(srgbProfile());
  const xyz = (name: string) => {
    const at = bytes.readUInt32BE(bytes.indexOf(name, 128, 'latin1') + 4);
    return [8, 12, 16].map((part) => bytes.readInt32BE(at + part) / 65536);
  };
  const [red, green, blue, white] = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt'].map(xyz);
  white?.forEach((value, index) => {
    expect((red?.[index] ?? 0) + (green?.[index] ?? 0) + (blue?.[index] ?? 0)).toBeCloseTo(value, 3);
  });
});

test('the ready stream is the profile that its maker makes', () => {
  expect(inflateSync(srgbStream())).toEqual(srgbProfile());
});
