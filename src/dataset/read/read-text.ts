import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { DatasetFiles } from './files.ts';

export interface SmallText {
  /** Null when the file is larger than `limits.json` or is in no encoding that can be read. */
  readonly text: string | null;
  readonly digest: string;
}

/** Reads a small text file whole: UTF-8 with or without byte order mark, else Windows-1252. May throw the system's errors. */
export function readSmallText(files: DatasetFiles, path: string): SmallText {
  const handle = files.open(path);
  try {
    const bytes = Buffer.alloc(limits.json + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) read = handle.read(bytes.subarray(length));
    const content = bytes.subarray(0, length);
    const digest = createHash('sha256').update(content).digest('hex');
    return { text: length > limits.json || content.includes(0) ? null : decodeWhole(content), digest };
  } finally {
    handle.close();
  }
}

function decodeWhole(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
