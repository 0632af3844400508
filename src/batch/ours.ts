import { readFile } from 'node:fs/promises';
import { sha256 } from './digest.ts';
import type { Format } from './file-name.ts';

/** What stands at a report's place before the run. */
export interface Existing {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** This program made it, and no other has changed it since. */
  readonly ours: boolean;
}

/** Null when nothing is there; something that cannot be read is another's. */
export async function existingFile(path: string, format: Format): Promise<Existing | null> {
  try {
    const bytes = await readFile(path);
    return { sha256: sha256(bytes), bytes, ours: marks[format](bytes) };
  } catch (fault) {
    const absent = (fault as NodeJS.ErrnoException).code === 'ENOENT';
    return absent ? null : { sha256: '', bytes: new Uint8Array(), ours: false };
  }
}

const marks: Record<Format, (bytes: Buffer) => boolean> = {
  pdf: hasProducer,
  json: (bytes) => /^\s*\{\s*"format"\s*:\s*"barometer-report\/1"/.test(bytes.toString('utf8', 0, 200)),
};

/** A program that changes a PDF puts its own name here, in a new packet when it adds to the file's end. */
function hasProducer(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf('<pdf:Producer>');
  return at > 0 && bytes.toString('latin1', at, at + 40).startsWith('<pdf:Producer>barometer-report ');
}
