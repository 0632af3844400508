import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { DatasetFiles, OpenFile } from './files.ts';

/** Bytes that nearly every such file fits in. */
const FIRST = 16_384;

export interface SmallText {
  /** Null when the file is larger than `limits.json` or is in no encoding that can be read. */
  readonly text: string | null;
  readonly digest: string;
}

/** Reads a small text file whole: UTF-8 with or without byte order mark, else Windows-1252. May throw the system's errors. */
export function readSmallText(files: DatasetFiles, path: string): SmallText {
  const handle = files.open(path);
  try {
    const content = readAtMost(handle, limits.json + 1);
    const digest = createHash('sha256').update(content).digest('hex');
    return { text: content.length > limits.json || content.includes(0) ? null : decodeWhole(content), digest };
  } finally {
    handle.close();
  }
}

/** The file's bytes, or its first `most` when it has more. */
function readAtMost(handle: OpenFile, most: number): Buffer {
  let bytes = Buffer.alloc(FIRST);
  let length = 0;
  for (;;) {
    const read = handle.read(bytes.subarray(length));
    length += read;
    if (read === 0 || length === most) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, most));
  }
}

function decodeWhole(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
