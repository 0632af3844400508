import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { damagedWorkbook } from '../rules/exports.ts';
import { FileFault } from './unreadable.ts';

/** What an archive's directory says of a file in it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly isDeflated: boolean;
  readonly checksum: number;
  /** What is packed, as it stands in the archive. */
  readonly packed: Buffer;
}

/** Signatures and sizes of the parts of an archive (APPNOTE.TXT 4.3). */
const local = { signature: 0x04034b50, length: 30 };
const central = { signature: 0x02014b50, length: 46 };
const end = { signature: 0x06054b50, length: 22 };
const isEncrypted = 1;
/** Sizes and checksum follow the data, and the local header has zeros. */
const hasDescriptor = 8;

/**
 * The files of a zip archive by their names in small letters, as its directory lists them. Every header in the archive must say the same of its
 * file as the directory does. Throws `FileFault`; an archive of more than 4 GB or on several disks is one too.
 */
export function zipEntries(archive: Buffer): Map<string, ZipEntry> {
  const { count, start, stop } = directoryOf(archive);
  const entries = new Map<string, ZipEntry>();
  const spans: (readonly [from: number, to: number])[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    require(at + central.length <= stop && archive.readUInt32LE(at) === central.signature);
    const [flags, method] = [archive.readUInt16LE(at + 8), archive.readUInt16LE(at + 10)];
    const nameEnd = at + central.length + archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + central.length, nameEnd);
    const from = archive.readUInt32LE(at + 42);
    require((flags & isEncrypted) === 0 && (method === 0 || method === 8) && !entries.has(name.toLowerCase()));
    const [packedSize, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const dataAt = checkedLocal(archive, from, at, start);
    require(dataAt + packedSize <= start && (method === 8 || packedSize === size));
    spans.push([from, dataAt + packedSize]);
    const packed = archive.subarray(dataAt, dataAt + packedSize);
    entries.set(name.toLowerCase(), {
      name,
      size,
      isDeflated: method === 8,
      checksum: archive.readUInt32LE(at + 16),
      packed,
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  require(at === stop);
  spans.sort(([a], [b]) => a - b);
  require(spans.every(([, to], i) => to <= (spans[i + 1]?.[0] ?? start)));
  return entries;
}

/** Where the directory stands: right before the record that ends the archive, which ends the file. */
function directoryOf(archive: Buffer): { readonly count: number; readonly start: number; readonly stop: number } {
  const stop = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  require(stop >= 0 && stop + end.length <= archive.length);
  require(stop + end.length + archive.readUInt16LE(stop + 20) === archive.length);
  const [disk, firstDisk] = [archive.readUInt16LE(stop + 4), archive.readUInt16LE(stop + 6)];
  const [here, count] = [archive.readUInt16LE(stop + 8), archive.readUInt16LE(stop + 10)];
  const start = archive.readUInt32LE(stop + 16);
  require(disk === 0 && firstDisk === 0 && here === count && start + archive.readUInt32LE(stop + 12) === stop);
  return { count, start, stop };
}

/** Where the data of the file begins whose header stands at `from`; the header must say what the directory says at `at`. */
function checkedLocal(archive: Buffer, from: number, at: number, before: number): number {
  require(from + local.length <= before && archive.readUInt32LE(from) === local.signature);
  const [nameLength, extraLength] = [archive.readUInt16LE(from + 26), archive.readUInt16LE(from + 28)];
  const dataAt = from + local.length + nameLength + extraLength;
  require(dataAt <= before && nameLength === archive.readUInt16LE(at + 28));
  const [nameAt, listedAt] = [from + local.length, at + central.length];
  require(archive.subarray(nameAt, nameAt + nameLength).equals(archive.subarray(listedAt, listedAt + nameLength)));
  require(archive.readUInt16LE(from + 8) === archive.readUInt16LE(at + 10));
  const isDescribed = (archive.readUInt16LE(at + 8) & hasDescriptor) !== 0;
  // Checksum, packed size and size stand side by side in both.
  require(isDescribed || archive.subarray(from + 14, from + 26).equals(archive.subarray(at + 16, at + 28)));
  return dataAt;
}

/** The bytes of a file in an archive. Throws `FileFault` when they are not those that were packed. */
export function unzipped({ size, isDeflated, checksum, packed }: ZipEntry): Buffer {
  require(size <= limits.workbook);
  const bytes = isDeflated ? inflated(packed, size) : packed;
  require(bytes.length === size && crc32(bytes) === checksum);
  return bytes;
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    // One byte more than it may be, so that a file that is larger than it says is seen, and never unpacked.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    throw new FileFault(damagedWorkbook);
  }
}

function require(isRight: boolean): asserts isRight {
  if (!isRight) throw new FileFault(damagedWorkbook);
}
