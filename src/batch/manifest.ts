import { hash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { exitCode, UserError } from '../errors.ts';
import { readFile, replaceFile } from '../file/index.ts';
import { type FormatName, formats } from '../formats/index.ts';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const endings = Object.values(formats).map(({ ending }) => ending);

const entrySchema = v.object({
  code: v.string(), // "161"
  name: v.string(), // "Glostrup"
  // A bare name: an entry can never lead out of the folder.
  file: v.pipe(v.string(), v.regex(new RegExp(`^[a-z0-9-]+\\.(${endings.join('|')})$`))),
  format: v.picklist(Object.keys(formats) as FormatName[]),
  state: v.picklist(['written', 'unchanged', 'failed']),
  /** Why it failed; null otherwise. */
  reason: v.nullable(v.string()),
  /** Of the file; null when the report failed, and so are the next three and `date`. */
  sha256: v.nullable(digest),
  bytes: v.nullable(count),
  pages: v.nullable(count), // 0 for JSON
  /** Digest of all that the file is made of but its date: shows whether it has to be made again. */
  content: v.nullable(digest),
  edition: v.string(),
  /** The date of generation that the file carries. */
  date: v.nullable(v.string()),
  milliseconds: v.number(),
  /** The last run tried this report; else the entry is of an earlier one. */
  ofLastRun: v.boolean(),
});

/** What the manifest says of one report. */
export type ManifestEntry = Readonly<v.InferOutput<typeof entrySchema>>;

/** What the reports of a run have in common. */
export interface ManifestHead {
  readonly program: string; // "barometer-report 0.1.0"
  readonly node: string; // "20.20.2"
  readonly edition: string; // "2026-06"
  readonly date: string; // date of generation, "2026-06-06"
  readonly dataset: { readonly title: string; readonly sha256: string };
  readonly template: { readonly sha256: string };
}

export interface ManifestPlan {
  readonly folder: string;
  readonly head: ManifestHead;
  /** Whether files of others are replaced, and how the user asks for it. */
  readonly overwrite: boolean;
  readonly overwriteHint: string;
}

/** Name of the manifest in the output folder; `docs/rapporter.schema.json` documents it. Keys are Danish: people read it. */
const manifestName = 'rapporter.json';
const manifestFormat = 'barometer-rapporter/1';
/** Bytes that a file of ours is at most, a report or a manifest; a larger one is another's. */
export const reportLimit = 64_000_000;

/** Keys and states in the file, which people read, for those of the program. */
const keys = {
  ...{ code: 'kode', name: 'navn', file: 'fil', format: 'format', state: 'tilstand', reason: 'grund' },
  ...{ sha256: 'sha256', bytes: 'bytes', pages: 'sider', content: 'indhold', edition: 'udgave', date: 'dato' },
  ...{ milliseconds: 'millisekunder', ofLastRun: 'senesteKoersel' },
} satisfies Record<keyof ManifestEntry, string>;
const states = { written: 'skrevet', unchanged: 'uaendret', failed: 'fejl' };

function inDanish(entry: ManifestEntry): object {
  const values = { ...entry, state: states[entry.state] };
  return Object.fromEntries(Object.entries(keys).map(([key, danish]) => [danish, values[key as keyof ManifestEntry]]));
}

function inEnglish(entry: Readonly<Record<string, unknown>>): object {
  const values = Object.entries(keys).map(([key, danish]) => [key, entry[danish]]);
  const state = Object.entries(states).find(([, danish]) => danish === entry[keys.state])?.[0];
  return { ...Object.fromEntries(values), state };
}

/** What a run needs of the manifest of an earlier one. */
const entriesSchema = v.array(v.pipe(v.record(v.string(), v.unknown()), v.transform(inEnglish), entrySchema));
const earlierSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ format: v.literal(manifestFormat), rapporter: entriesSchema, tidligere: v.optional(entriesSchema, []) }),
);

/**
 * Reads the folder's manifest and writes that a run is on. Until the run ends, entries of files that it may replace
 * are kept apart, so the manifest is true whenever the process is killed. Errors: `DiskFault`, `UserError` 73 when
 * another program's file has the name, unless `overwrite`.
 */
export async function openManifest({ folder, head, overwrite, overwriteHint }: ManifestPlan, started: string) {
  const path = join(folder, manifestName);
  const known = earlierEntries(path);
  if (known === null && !overwrite)
    throw new UserError(
      exitCode.cannotWrite,
      `${path} er ikke lavet af dette program, og manifestet skal hedde sådan. Flyt filen, vælg en anden mappe, eller ${overwriteHint}.`,
    );
  const earlier = known ?? new Map<string, ManifestEntry>();
  const { program, node, edition, date, dataset, template } = head;
  const common = {
    ...{ format: manifestFormat, program, node, udgave: edition, dato: date },
    ...{ datasaet: { titel: dataset.title, sha256: dataset.sha256 }, skabelon: template, startet: started },
  };
  const write = (state: object): Promise<void> =>
    replaceFile(path, Buffer.from(`${JSON.stringify({ ...common, ...state }, null, 2)}\n`));
  const tidligere = [...earlier.values()].map(inDanish);
  await write({ tilstand: 'i-gang', sluttet: null, rapporter: [], tidligere });
  return {
    /** What an earlier run said of a file. */
    known: (file: string): ManifestEntry | undefined => earlier.get(file),
    /** Writes the manifest of the ended run, with all that it tried. Errors: `DiskFault`. */
    close: async (entries: readonly ManifestEntry[], isComplete: boolean, ended: string): Promise<void> => {
      const tried = new Set(entries.map(({ file }) => file));
      const holds = ({ file, sha256 }: ManifestEntry): boolean => digestOf(join(folder, file)) === sha256;
      const kept = [...earlier.values()].filter((entry) => !tried.has(entry.file) && holds(entry));
      const all = [...entries, ...kept.map((entry) => ({ ...entry, ofLastRun: false }))];
      const rapporter = all.sort((a, b) => (a.code + a.file < b.code + b.file ? -1 : 1)).map(inDanish);
      await write({ tilstand: isComplete ? 'faerdig' : 'afbrudt', sluttet: ended, rapporter });
    },
  };
}

/**
 * The entries of a manifest by file: none when there is none, or one that a power cut or a hand has damaged. Null for
 * a file that is no manifest.
 */
function earlierEntries(path: string): Map<string, ManifestEntry> | null {
  const text = textOf(path);
  const found = v.safeParse(earlierSchema, text);
  const entries = found.success ? [...found.output.tidligere, ...found.output.rapporter] : [];
  const isManifest = found.success || text.includes('"barometer-rapporter/') || text.replaceAll('\0', '').trim() === '';
  return isManifest ? new Map(entries.map((entry) => [entry.file, entry])) : null;
}

/** Of a file of ours; null when it is not there or cannot be one. */
function digestOf(path: string): string | null {
  try {
    return hash('sha256', readFile(path, reportLimit));
  } catch {
    return null;
  }
}

/** Empty when there is no file. One that may not even be read is another's. */
function textOf(path: string): string {
  try {
    return readFile(path, reportLimit).toString();
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOENT' ? '' : '?';
  }
}
