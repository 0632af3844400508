import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { exitCode, UserError } from '../errors.ts';
import { type FormatName, formats } from '../formats/index.ts';
import { replaceFile } from './whole-file.ts';

/** Name of the manifest in the output folder; `docs/rapporter.schema.json` documents it. Keys are Danish: people read it. */
const manifestName = 'rapporter.json';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const endings = Object.values(formats).map(({ ending }) => ending);

const entrySchema = v.object({
  kode: v.string(), // "161"
  navn: v.string(), // "Glostrup"
  // A bare name: an entry can never lead out of the folder.
  fil: v.pipe(v.string(), v.regex(new RegExp(`^[a-z0-9-]+\\.(${endings.join('|')})$`))),
  format: v.picklist(Object.keys(formats) as FormatName[]),
  tilstand: v.picklist(['skrevet', 'uaendret', 'fejl']),
  /** Why it failed; null otherwise. */
  grund: v.nullable(v.string()),
  /** Of the file; null when the report failed, and so are the next three and `dato`. */
  sha256: v.nullable(digest),
  bytes: v.nullable(count),
  sider: v.nullable(count), // 0 for JSON
  /** Digest of all that the file is made of but its date: tells --kun-aendrede whether to make it again. */
  indhold: v.nullable(digest),
  udgave: v.string(),
  /** The date of generation that the file carries. */
  dato: v.nullable(v.string()),
  millisekunder: v.number(),
  /** The last run tried this report; else the entry is of an earlier one. */
  senesteKoersel: v.boolean(),
});

/** What the manifest says of one report. */
export type ManifestEntry = Readonly<v.InferOutput<typeof entrySchema>>;

/** What the last run into a folder was, and what stands there. Every entry with a SHA-256 is a whole file. */
const manifestSchema = v.object({
  format: v.literal('barometer-rapporter/1'),
  program: v.string(), // "barometer-report 0.1.0"
  node: v.string(), // "20.20.2"
  udgave: v.string(), // "2026-06"
  dato: v.string(), // date of generation, "2026-06-06"
  datasaet: v.object({ titel: v.string(), sha256: digest }),
  skabelon: v.object({ sha256: digest }),
  startet: v.string(), // "2026-06-06T01:00:00.000Z"
  /** `i-gang`: a run is on, or was killed. `afbrudt`: it stopped before all reports were tried. */
  tilstand: v.picklist(['i-gang', 'faerdig', 'afbrudt']),
  sluttet: v.nullable(v.string()),
  rapporter: v.array(entrySchema),
  /** Only in `i-gang`: entries of earlier runs. They hold where the file still has their SHA-256. */
  tidligere: v.exactOptional(v.array(entrySchema)),
});

export type Manifest = Readonly<v.InferOutput<typeof manifestSchema>>;
export type ManifestHead = Pick<Manifest, 'program' | 'node' | 'udgave' | 'dato' | 'datasaet' | 'skabelon'>;

/** What a run needs of an earlier one. */
const entriesSchema = v.pipe(v.string(), v.parseJson(), v.pick(manifestSchema, ['format', 'rapporter', 'tidligere']));

/**
 * Reads the folder's manifest and writes that a run is on. A file is always there before its entry, and entries of
 * files that may be replaced stand apart, so the manifest is true whenever the process is killed. It is written again
 * each time the finished reports have grown by a fifth, at least by five: the run after a killed one makes few reports
 * again, and 98 reports take 12 writes on the way, 10,000 take 37. Errors: `DiskFault`, `UserError` 73 when another
 * program's file has the name, unless `overwrite`.
 */
export async function openManifest(folder: string, head: ManifestHead, started: string, overwrite: boolean) {
  const path = join(folder, manifestName);
  const known = await readEntries(path, overwrite);
  const entries = new Map<string, ManifestEntry>();
  const earlier = (): ManifestEntry[] => [...known.values()].filter(({ fil }) => !entries.has(fil));
  const write = (state: Pick<Manifest, 'tilstand' | 'sluttet' | 'rapporter' | 'tidligere'>): Promise<void> => {
    const manifest: Manifest = { format: 'barometer-rapporter/1', ...head, startet: started, ...state };
    return replaceFile(path, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  };
  const writeRunning = (): Promise<void> =>
    write({ tilstand: 'i-gang', sluttet: null, rapporter: byCode(entries.values()), tidligere: earlier() });
  let writing = writeRunning();
  await writing;
  let due = 5;
  return {
    /** What an earlier run said of a file. */
    known: (file: string): ManifestEntry | undefined => known.get(file),
    /** Adds a report whose file is whole, or that failed. */
    add: (entry: ManifestEntry): void => {
      entries.set(entry.fil, entry);
      if (entries.size < due) return;
      due = entries.size + Math.max(5, entries.size / 5);
      // What cannot be written now is written at the end, or the fault is told there.
      writing = writing.then(writeRunning).catch(() => {});
    },
    /** Writes the manifest of the ended run. Errors: `DiskFault`. */
    close: async (tilstand: 'faerdig' | 'afbrudt', sluttet: string): Promise<void> => {
      await writing;
      const kept = await stillThere(folder, earlier());
      await write({ tilstand, sluttet, rapporter: byCode([...entries.values(), ...kept]) });
    },
  };
}

/** By code, then file: the same whatever order reports were finished in. */
const byCode = (entries: Iterable<ManifestEntry>): ManifestEntry[] =>
  [...entries].sort((a, b) => (a.kode + a.fil < b.kode + b.fil ? -1 : 1));

/** Entries of earlier runs whose files still stand as they say. */
async function stillThere(folder: string, entries: readonly ManifestEntry[]): Promise<ManifestEntry[]> {
  const kept: ManifestEntry[] = [];
  for (const entry of entries) {
    const bytes = await readFile(join(folder, entry.fil)).catch(() => null);
    if (bytes !== null && hash('sha256', bytes) === entry.sha256) kept.push({ ...entry, senesteKoersel: false });
  }
  return kept;
}

/**
 * The entries of a manifest by file; none when there is none, or one that a power cut or a hand has damaged (files are
 * then known by what stands in them).
 */
async function readEntries(path: string, overwrite: boolean): Promise<Map<string, ManifestEntry>> {
  // One that we may not even read is another's.
  const text = await readFile(path, 'utf8').catch((fault) => (fault.code === 'ENOENT' ? null : '?'));
  if (text === null) return new Map();
  const found = v.safeParse(entriesSchema, text);
  if (found.success) {
    const { rapporter, tidligere = [] } = found.output;
    return new Map([...tidligere, ...rapporter].map((entry) => [entry.fil, entry]));
  }
  if (overwrite || isDamagedManifest(text)) return new Map();
  throw new UserError(
    exitCode.cannotWrite,
    `${path} er ikke lavet af dette program, og manifestet skal hedde sådan. Flyt filen, vælg en anden mappe med --ud, eller brug --overskriv.`,
  );
}

/** A manifest of ours of any version, or what a power cut may leave of one. */
const isDamagedManifest = (text: string): boolean =>
  text.includes('"barometer-rapporter/') || text.replaceAll('\0', '').trim() === '';
