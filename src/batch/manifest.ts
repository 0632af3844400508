import { join } from 'node:path';
import * as v from 'valibot';
import { replaceFile } from '../file/index.ts';
import { type FormatName, formats } from '../formats/index.ts';
import { choice, fields } from '../json/index.ts';
import { digestOf, existingFile, notOurs } from './existing-file.ts';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const endings = Object.values(formats).map(({ ending }) => ending);

/** By the names in the file, which people read, and those in the program. */
const states = { skrevet: 'written', uaendret: 'unchanged', fejl: 'failed' } as const;
const entryFields = {
  code: ['kode', v.string()], // "161"
  name: ['navn', v.string()], // "Glostrup"
  // A bare name: an entry can never lead out of the folder.
  file: ['fil', v.pipe(v.string(), v.regex(new RegExp(`^[a-z0-9-]+\\.(${endings.join('|')})$`)))],
  format: ['format', v.picklist(Object.keys(formats) as FormatName[])],
  state: ['tilstand', choice(states)],
  /** Why it failed; null otherwise. */
  reason: ['grund', v.nullable(v.string())],
  /** Of the file; null when the report failed, and so are the next three and `date`. */
  sha256: ['sha256', v.nullable(digest)],
  bytes: ['bytes', v.nullable(count)],
  pages: ['sider', v.nullable(count)], // 0 for JSON
  /** Digest of all that the file is made of but its date: shows whether it has to be made again. */
  content: ['indhold', v.nullable(digest)],
  edition: ['udgave', v.string()],
  /** The date of generation that the file carries. */
  date: ['dato', v.nullable(v.string())],
  milliseconds: ['millisekunder', v.number()],
  /** The last run tried this report; else the entry is of an earlier one. */
  ofLastRun: ['senesteKoersel', v.boolean()],
} as const;
const entrySchema = fields(entryFields);

export type ManifestEntry = v.InferOutput<typeof entrySchema>;

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

/** Name of the manifest in the output folder; `docs/rapporter.schema.json` documents it. */
const manifestName = 'rapporter.json';
const manifestFormat = 'barometer-rapporter/1';

const inDanish = (entry: ManifestEntry): object =>
  Object.fromEntries(
    Object.entries(entryFields).map(([name, [danish]]) => {
      const value = entry[name as keyof ManifestEntry];
      return [danish, name === 'state' ? Object.entries(states).find(([, own]) => own === value)?.[0] : value];
    }),
  );

/** What a run needs of the manifest of an earlier one. */
const entriesSchema = v.array(entrySchema);
const earlierSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    format: v.literal(manifestFormat),
    rapporter: entriesSchema,
    tidligere: v.optional(entriesSchema, []),
  }),
);

/**
 * Reads the folder's manifest and writes that a run is on. Until the run ends, entries of files that it may replace
 * are kept apart, so the manifest is true whenever the process is killed. Errors: `DiskFault`, `UserError` 73 when
 * another program's file has the name, unless `overwrite`.
 */
export async function openManifest({ folder, head, overwrite, overwriteHint }: ManifestPlan, started: string) {
  const path = join(folder, manifestName);
  const earlier = earlierManifest(path);
  if (earlier === null && !overwrite) throw notOurs(path, overwriteHint);
  const known = new Map(earlier?.map((entry) => [entry.file, entry]));
  const { program, node, edition, date, dataset, template } = head;
  const common = {
    ...{ format: manifestFormat, program, node, udgave: edition, dato: date },
    ...{ datasaet: { titel: dataset.title, sha256: dataset.sha256 }, skabelon: template, startet: started },
  };
  const write = (state: object): Promise<void> =>
    replaceFile(path, Buffer.from(`${JSON.stringify({ ...common, ...state }, null, 2)}\n`));
  await write({ tilstand: 'i-gang', sluttet: null, rapporter: [], tidligere: [...known.values()].map(inDanish) });
  return {
    /** What an earlier run said of a file. */
    known: (file: string): ManifestEntry | undefined => known.get(file),
    /** Writes the manifest of the ended run, with all that it tried. Errors: `DiskFault`. */
    close: async (entries: readonly ManifestEntry[], isComplete: boolean, ended: string): Promise<void> => {
      for (const { file } of entries) known.delete(file);
      const kept = [...known.values()].filter(({ file, sha256 }) => (digestOf(join(folder, file)) || null) === sha256);
      const all = [...entries, ...kept.map((entry) => ({ ...entry, ofLastRun: false }))];
      const rapporter = all.sort((a, b) => (a.code + a.file < b.code + b.file ? -1 : 1)).map(inDanish);
      await write({ tilstand: isComplete ? 'faerdig' : 'afbrudt', sluttet: ended, rapporter });
    },
  };
}

/** The entries of a manifest: none when a power cut or a hand has damaged it. Null for a file that is no manifest. */
function earlierManifest(path: string): readonly ManifestEntry[] | null {
  const existing = existingFile(path);
  if (existing?.sha256 === '') return null;
  const text = existing?.bytes.toString() ?? '';
  const { success, output } = v.safeParse(earlierSchema, text);
  if (success) return [...output.tidligere, ...output.rapporter];
  return text.includes('"barometer-rapporter/') || text.replaceAll('\0', '').trim() === '' ? [] : null;
}
