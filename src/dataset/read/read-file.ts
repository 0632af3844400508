import { createHash } from 'node:crypto';
import type { Problem } from '../problem.ts';
import { structuralError, wholeFile } from '../problems.ts';
import { cannotRead } from './file-findings.ts';
import { FileRun, type RecordTaker } from './file-run.ts';
import type { DatasetFiles, OpenFile } from './files.ts';

const CHUNK = 65_536;

/** What came of reading a file: its problem, if it could not be read to its end, and the SHA-256 of its bytes. */
export interface FileEnd {
  readonly problem: Problem | null;
  readonly digest: string;
}

/**
 * Streams a file through a scanner: `taker` gets all of its records, until it wants no more. The file is
 * read synchronously when it is not packed, so that a small dataset is read without a turn of the event loop.
 */
export async function scanFile(files: DatasetFiles, path: string, name: string, taker: RecordTaker): Promise<FileEnd> {
  const hash = createHash('sha256');
  const run = new FileRun(name, taker);
  let handle: OpenFile | undefined;
  try {
    handle = files.open(path);
    const raw = hashed(chunks(handle), (bytes) => void hash.update(bytes));
    if (name.endsWith('.gz')) await takePacked(raw, run);
    else for (const chunk of raw) if (!run.take(chunk)) break;
    run.end();
  } catch (error) {
    run.problem ??= structuralError(wholeFile(name), cannotRead(error));
  } finally {
    handle?.close();
  }
  return { problem: run.problem, digest: hash.digest('hex') };
}

/** The file's bytes; each chunk is overwritten by the next. */
function* chunks(handle: OpenFile): Generator<Uint8Array> {
  const bytes = Buffer.alloc(CHUNK);
  for (;;) {
    const length = handle.read(bytes);
    if (length === 0) return;
    yield bytes.subarray(0, length);
  }
}

function* hashed(source: Iterable<Uint8Array>, see: (bytes: Uint8Array) => void): Generator<Uint8Array> {
  for (const bytes of source) {
    see(bytes);
    yield bytes;
  }
}

/** Loaded only for packed files: it would cost every start some milliseconds. */
async function takePacked(raw: Iterable<Uint8Array>, run: FileRun): Promise<void> {
  const { gunzipped } = await import('./gunzip.ts');
  let packed = 0;
  const counted = hashed(raw, (bytes) => {
    packed += bytes.length;
  });
  for await (const chunk of gunzipped(counted)) if (!run.take(chunk) || !run.isPlausible(packed)) return;
}
