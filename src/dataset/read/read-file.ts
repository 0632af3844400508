import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { type Finding, structuralError, wholeFile } from '../problems.ts';
import { EncodingWatch } from './encoding.ts';
import type { DatasetFiles, OpenFile } from './files.ts';
import { type ScanFault, Scanner } from './scanner.ts';

const CHUNK = 65_536;
/** Bytes that tell what kind of file it is. */
const SIGNATURE = 4;

/** What came of reading a file: its problem, if it could not be read to its end, and the SHA-256 of its bytes. */
export interface FileEnd {
  readonly problem: Problem | null;
  readonly digest: string;
}

/** What is done with a file's records. */
export interface RecordTaker {
  /** Takes the scanner's record; false when no more are wanted. */
  take(scanner: Scanner): boolean;
  /** May take whole lines, which the scanner then passes, before a record is asked for. */
  takePlain(scanner: Scanner): void;
}

/**
 * Streams a file through a scanner: `taker` gets all of its records, until it wants no more. The file is
 * read synchronously when it is not packed, so that a small dataset is read without a turn of the event loop.
 */
export async function scanFile(files: DatasetFiles, path: string, name: string, taker: RecordTaker): Promise<FileEnd> {
  const hash = createHash('sha256');
  const run = new Run(name, taker);
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
async function takePacked(raw: Iterable<Uint8Array>, run: Run): Promise<void> {
  const { gunzipped } = await import('./gunzip.ts');
  let packed = 0;
  const counted = hashed(raw, (bytes) => {
    packed += bytes.length;
  });
  for await (const chunk of gunzipped(counted)) if (!run.take(chunk) || !run.isPlausible(packed)) return;
}

class Run {
  problem: Problem | null = null;
  readonly #name: string;
  readonly #taker: RecordTaker;
  readonly #scanner = new Scanner();
  readonly #watch = new EncodingWatch();
  #head: Buffer | null = Buffer.alloc(0);
  #bytes = 0;
  #nulAt = -1;
  #stopped = false;

  constructor(name: string, taker: RecordTaker) {
    this.#name = name;
    this.#taker = taker;
  }

  /** Takes the next bytes; false when no more are wanted. The first few are kept until they tell what the file is. */
  take(chunk: Uint8Array): boolean {
    if (this.#head === null) return this.#take(chunk);
    this.#head = Buffer.concat([this.#head, chunk]);
    return this.#head.length < SIGNATURE || this.#takeHead();
  }

  /** False, with a problem, when so few bytes cannot honestly have unpacked to so many. */
  isPlausible(packed: number): boolean {
    return this.#bytes <= limits.unpackedFree || this.#bytes <= packed * limits.ratio || this.#fail(bomb);
  }

  #takeHead(): boolean {
    const head = this.#head ?? Buffer.alloc(0);
    this.#head = null;
    return head.length === 0 || (this.#begin(head) && this.#take(head));
  }

  #take(chunk: Uint8Array): boolean {
    if (this.#nulAt < 0 && chunk.includes(0)) this.#nulAt = this.#bytes + chunk.indexOf(0);
    this.#bytes += chunk.length;
    if (this.#bytes > limits.file) return this.#fail(tooLarge);
    this.#watch.see(chunk, false);
    this.#scanner.push(chunk);
    if (this.#bytes === chunk.length) this.#skipMark(chunk);
    return this.#drain();
  }

  end(): void {
    if (this.#head !== null) this.#takeHead();
    if (this.#stopped || this.problem !== null) return;
    this.#watch.see(new Uint8Array(0), true);
    this.#scanner.finish();
    this.#drain();
  }

  #begin(chunk: Uint8Array): boolean {
    const signature = Buffer.from(chunk.subarray(0, SIGNATURE)).toString('latin1');
    const found = signatures.find(([start]) => signature.startsWith(start));
    return found === undefined || this.#fail(found[1]);
  }

  #skipMark(chunk: Uint8Array): void {
    if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) this.#scanner.skip(3);
  }

  #drain(): boolean {
    const scanner = this.#scanner;
    scanner.encoding = this.#watch.encoding;
    scanner.ascii = this.#watch.ascii;
    const bad = this.#badOffset();
    for (;;) {
      // Whether a line lies before a bad byte is only looked at record by record.
      if (bad < 0) this.#taker.takePlain(scanner);
      if (!scanner.next()) break;
      if (bad >= 0 && scanner.offset > bad) return this.#fail(this.#badFinding(), scanner.recordPlaceOf(bad));
      if (!this.#taker.take(scanner)) {
        this.#stopped = true;
        return false;
      }
    }
    if (bad >= 0) return this.#fail(this.#badFinding(), scanner.placeOf(bad));
    if (scanner.fault !== null) return this.#fail(scanFaults[scanner.fault], scanner.faultPlace);
    return true;
  }

  #badOffset(): number {
    const { mixedAt } = this.#watch;
    if (mixedAt < 0 || this.#nulAt < 0) return Math.max(mixedAt, this.#nulAt);
    return Math.min(mixedAt, this.#nulAt);
  }

  #badFinding(): Finding {
    return this.#badOffset() === this.#nulAt ? binary : mixed;
  }

  #fail(finding: Finding, at = { line: 0, column: 0 }): false {
    this.problem = structuralError({ file: this.#name, ...at }, finding);
    return false;
  }
}

const saveAsCsv = 'Gem tabellen som "CSV UTF-8 (semikolonsepareret)".';
const binary: Finding = {
  rule: 'binaer-fil',
  message: 'Filen er ikke en tekstfil: den indeholder nul-tegn.',
  remedy: saveAsCsv,
};
const mixed: Finding = {
  rule: 'blandet-tegnsaet',
  message: 'Filen blander to tegnsæt: noget er UTF-8, og her står tegn i Windows-1252.',
  remedy: 'Gem hele filen som UTF-8, og se efter, at æ, ø og å er rigtige.',
};
const tooLarge: Finding = {
  rule: 'for-stor-fil',
  message: `Filen fylder mere end ${limits.file / 1_000_000} MB (udpakket).`,
  remedy: 'Del datasættet op.',
};

const bomb: Finding = {
  rule: 'for-stor-fil',
  message: `Filen fylder mere end ${limits.ratio} gange så meget udpakket som pakket; sådan er tabeller ikke.`,
  remedy: 'Pak den ud og se efter, hvad den indeholder.',
};

const signatures: readonly (readonly [string, Finding])[] = [
  [
    'PK\u0003\u0004',
    { rule: 'binaer-fil', message: 'Filen er et regneark (xlsx) eller et zip-arkiv.', remedy: saveAsCsv },
  ],
  ['\u00d0\u00cf\u0011\u00e0', { rule: 'binaer-fil', message: 'Filen er et regneark (xls).', remedy: saveAsCsv }],
  ['%PDF', { rule: 'binaer-fil', message: 'Filen er en PDF.', remedy: saveAsCsv }],
  ['\u001f\u008b', { rule: 'binaer-fil', message: 'Filen er pakket med gzip.', remedy: 'Giv den endelsen .csv.gz.' }],
  ['\u00ff\u00fe', { rule: 'tegnsaet', message: 'Filen er i tegnsættet UTF-16.', remedy: saveAsCsv }],
  ['\u00fe\u00ff', { rule: 'tegnsaet', message: 'Filen er i tegnsættet UTF-16.', remedy: saveAsCsv }],
];

const scanFaults: Readonly<Record<ScanFault, Finding>> = {
  quote: {
    rule: 'anfoerselstegn',
    message: 'Et felt begynder med anførselstegn, men slutter aldrig.',
    remedy: 'Sæt det afsluttende anførselstegn, eller slet det første.',
  },
  'after-quote': {
    rule: 'anfoerselstegn',
    message: 'Der står tekst efter feltets afsluttende anførselstegn.',
    remedy: 'Skriv anførselstegn inde i en tekst dobbelt (""), og sæt semikolon efter feltet.',
  },
  long: {
    rule: 'lang-linje',
    message: `Linjen er længere end ${limits.record} tegn.`,
    remedy: 'Se efter, om filen mangler linjeskift.',
  },
  fields: {
    rule: 'for-mange-felter',
    message: `Linjen har flere end ${limits.fields} felter.`,
    remedy: 'Se efter, om filen mangler linjeskift; kun de beskrevne kolonner bruges.',
  },
};

/** Wording for what the system says of a file that cannot be read. */
export function cannotRead(error: unknown): Finding {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END') {
    return { rule: 'gzip', message: 'Filen er ikke en hel og gyldig gzip-fil.', remedy: 'Pak eller hent den igen.' };
  }
  if (error instanceof Error && code === '') throw error;
  const remedy =
    code === 'EACCES' || code === 'EPERM' ? 'Giv læserettighed til filen.' : 'Prøv igen, eller kopiér filen på ny.';
  return { rule: 'kan-ikke-laeses', message: `Filen kan ikke læses (${code}).`, remedy };
}
