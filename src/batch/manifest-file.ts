import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { exitCode, UserError } from '../errors.ts';
import { type ManifestEntry, manifestName } from './manifest.ts';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const entrySchema = v.object({
  kode: v.string(),
  navn: v.string(),
  // A bare name: an entry can never lead out of the folder.
  fil: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.(pdf|json)$/)),
  format: v.picklist(['pdf', 'json']),
  tilstand: v.picklist(['skrevet', 'uaendret', 'fejl']),
  grund: v.nullable(v.string()),
  sha256: v.nullable(digest),
  bytes: v.nullable(count),
  sider: v.nullable(count),
  indhold: v.nullable(digest),
  udgave: v.string(),
  dato: v.nullable(v.string()),
  millisekunder: v.number(),
  senesteKoersel: v.boolean(),
}) satisfies v.GenericSchema<unknown, ManifestEntry>;

const schema = v.object({
  format: v.literal('barometer-rapporter/1'),
  rapporter: v.array(entrySchema),
  tidligere: v.optional(v.array(entrySchema), []),
});

/**
 * The entries of a folder's manifest by file, the newest first told; empty when there is none, or one that a power cut
 * or a hand has damaged (files are then known by what stands in them). Errors: `UserError` 73 when another program's
 * file has the name, unless it may be overwritten.
 */
export async function readEntries(folder: string, overwrite: boolean): Promise<Map<string, ManifestEntry>> {
  const path = join(folder, manifestName);
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) =>
    fault.code === 'ENOENT' ? null : unreadable,
  );
  const found = v.safeParse(schema, text === null ? null : parsed(text));
  if (!found.success) {
    if (text !== null && !overwrite && !isDamagedManifest(text)) throw foreign(path);
    return new Map();
  }
  const { rapporter, tidligere } = found.output;
  return new Map([...tidligere, ...rapporter].map((entry) => [entry.fil, entry]));
}

/** A manifest of ours of any version, or what a power cut may leave of one. */
const isDamagedManifest = (text: string): boolean =>
  text.includes('"barometer-rapporter/') || text.replaceAll('\0', '').trim() === '';

/** Stands for a manifest that we may not even read. */
const unreadable = '?';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const foreign = (path: string): UserError =>
  new UserError(
    exitCode.cannotWrite,
    `${path} er ikke lavet af dette program, og manifestet skal hedde sådan. Flyt filen, vælg en anden mappe med --ud, eller brug --overskriv.`,
  );
