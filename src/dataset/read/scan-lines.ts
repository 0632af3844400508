import { limits } from '../limits.ts';
import { decode, EncodingWatch } from './encoding.ts';
import type { DatasetFiles, OpenFile } from './files.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Calls `found` with each of the `wanted` lines (from 1) of a file, without its line end and cut at `limits.record`.
 * Only for showing lines: a file that cannot be read gives none.
 */
export async function scanLines(
  files: DatasetFiles,
  path: string,
  wanted: ReadonlySet<number>,
  found: (line: number, text: string) => void,
): Promise<void> {
  const lines = new Lines(wanted, found);
  let handle: OpenFile | undefined;
  try {
    handle = files.open(path);
    const raw = chunks(handle);
    const source = path.endsWith('.gz') ? (await import('./gunzip.ts')).gunzipped(raw) : raw;
    for await (const chunk of source) if (!lines.take(chunk)) break;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  } finally {
    handle?.close();
  }
  lines.end();
}

function* chunks(handle: OpenFile): Generator<Uint8Array> {
  const bytes = Buffer.alloc(65_536);
  for (let length = handle.read(bytes); length > 0; length = handle.read(bytes)) yield bytes.subarray(0, length);
}

class Lines {
  #line = 1;
  #bytes = 0;
  #afterCr = false;
  #kept: number[] = [];
  readonly #last: number;
  readonly #wanted: ReadonlySet<number>;
  readonly #found: (line: number, text: string) => void;
  readonly #watch = new EncodingWatch();

  constructor(wanted: ReadonlySet<number>, found: (line: number, text: string) => void) {
    this.#wanted = wanted;
    this.#found = found;
    this.#last = Math.max(...wanted);
  }

  /** Takes the next bytes; false when no wanted line can follow. */
  take(chunk: Uint8Array): boolean {
    this.#bytes += chunk.length;
    this.#watch.see(chunk, false);
    for (const byte of chunk) this.#byte(byte);
    return this.#line <= this.#last && this.#bytes <= limits.file;
  }

  end(): void {
    this.#endLine();
  }

  #byte(byte: number): void {
    const isSecondHalf = byte === LF && this.#afterCr;
    this.#afterCr = byte === CR;
    if (isSecondHalf) return;
    if (byte === LF || byte === CR) this.#endLine();
    else if (this.#wanted.has(this.#line) && this.#kept.length < limits.record) this.#kept.push(byte);
  }

  #endLine(): void {
    const bytes = Buffer.from(this.#kept);
    const text = (): string => decode(bytes, 0, bytes.length, this.#watch.encoding).replace(/^\ufeff/, '');
    if (this.#wanted.has(this.#line)) this.#found(this.#line, text());
    this.#line++;
    this.#kept = [];
  }
}
