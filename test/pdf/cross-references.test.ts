import { expect, test } from 'vitest';
import { emptyTable, makeTable } from '../../src/pdf/cross-references.ts';

test('holds type, place and index of each object, highest byte first; an object that nothing is told of is free', () => {
  const table = makeTable(emptyTable);
  table.inFile(1, 0x010203);
  table.inStream(3, 0x0405, 0x0607);
  expect([...table.bytes(3)]).toEqual([
    ...[0, 0, 0, 0, 0xff, 0xff],
    ...[1, 1, 2, 3, 0, 0],
    ...[0, 0, 0, 0, 0, 0],
    ...[2, 0, 4, 5, 6, 7],
  ]);
});

test('goes on from a table that stays as it is, as far as there are objects', () => {
  const begun = makeTable(emptyTable);
  begun.inFile(1, 7);
  const before = begun.bytes(1);
  const one = makeTable(before);
  for (let object = 2; object <= 5000; object++) one.inFile(object, object);
  const bytes = one.bytes(6000);
  expect(bytes).toHaveLength(6001 * 6);
  expect([...bytes.subarray(5000 * 6, 5001 * 6)]).toEqual([1, 0, 5000 >> 8, 5000 & 0xff, 0, 0]);
  expect([...bytes.subarray(0, 12)]).toEqual([...before]);
  expect([...makeTable(before).bytes(2).subarray(12)]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('refuses what its columns cannot hold', () => {
  const table = makeTable(emptyTable);
  expect(() => table.inFile(1, 0x1000000)).toThrow('for stor');
  expect(() => table.inFile(0x10000, 1)).toThrow('for stor');
});
