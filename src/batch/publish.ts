import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pMap from 'p-map';
import * as v from 'valibot';
import type { SiteFile, SiteFiles } from '../edition/site/index.ts';
import { makeFolder, processes, removeUnfinished, replaceFile, replaceTogether, syncFolder } from '../file/index.ts';
import { digestOf, existingFile, notOurs } from './existing-file.ts';
import type { ManifestPlan } from './manifest.ts';

export interface PublishPlan extends SiteFiles, Pick<ManifestPlan, 'folder' | 'overwrite' | 'overwriteHint'> {
  readonly edition: string;
  readonly program: string;
  /** Files of which only the date is another are left as they are. */
  readonly onlyChanged: boolean;
}

export interface PublishSummary {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly bytes: number;
}

const manifestName = 'udgivelse.json';
const manifestFormat = 'barometer-udgivelse/1';

const entrySchema = v.pipe(
  v.object({
    // Names of this program's own files, which can never lead out of the folder.
    fil: v.pipe(v.string(), v.regex(/^(?:[a-z0-9-]+\/)?[A-Za-z0-9-]+\.[a-z0-9]+$/)),
    sha256: v.string(),
    indhold: v.string(),
  }),
  v.transform(({ fil, sha256, indhold }) => ({ path: fil, sha256, content: indhold })),
);

type Entry = v.InferOutput<typeof entrySchema>;

const manifestSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    format: v.literal(manifestFormat),
    udgave: v.string(),
    filer: v.array(entrySchema),
  }),
  v.transform(({ udgave, filer }) => ({ edition: udgave, entries: filer })),
);

/** Several entries of a file where a run was killed: it may be as it was before, or as that run made it. */
type Earlier = v.InferOutput<typeof manifestSchema>;

/**
 * Writes the files of a site: each whole, those that pages refer to before the pages, and the pages together. Then removes
 * what an earlier run of the same edition wrote and this one did not; of other editions nothing is removed. The folder
 * must be locked. Errors: `UserError` 73 for another's file, before anything is written, unless `overwrite`; `DiskFault`.
 */
export async function publishFiles(plan: PublishPlan): Promise<PublishSummary> {
  const { folder, files, pages } = plan;
  const earlier = earlierManifest(plan);
  const wanted = new Map([...files, ...pages].map((file) => [file.path, fateOf(file, earlier, plan)]));
  const toWrite = (some: readonly SiteFile[]): SiteFile[] => some.filter(({ path }) => wanted.get(path) === null);
  const folders = [...new Set([...wanted.keys()].map((name) => dirname(join(folder, name))))];
  for (const path of folders) {
    await makeFolder(path);
    await removeUnfinished(path, (pid, start) => !processes.isAlive(pid, start));
  }
  const entries = [...files, ...pages].map((file) => wanted.get(file.path) ?? entryOf(file));
  // Until all is there the manifest knows the files of before too, whichever of them stand when a run is killed.
  await writeManifest(plan, [...earlier.entries, ...entries], 'i-gang');
  await pMap(toWrite(files), ({ path, bytes }) => replaceFile(join(folder, path), bytes), { concurrency: 8 });
  await replaceTogether(toWrite(pages).map(({ path, bytes }) => ({ path: join(folder, path), bytes })));
  const removed = await removeLeftovers(earlier, new Set(wanted.keys()), plan);
  await syncFolder(folder);
  await writeManifest(plan, entries, 'faerdig');
  const written = [...toWrite(files), ...toWrite(pages)];
  const bytes = written.reduce((sum, file) => sum + file.bytes.length, 0);
  return { written: written.length, unchanged: wanted.size - written.length, removed, bytes };
}

const entryOf = ({ path, bytes, content }: SiteFile): Entry => ({ path, sha256: hash('sha256', bytes), content });

/** The entry of a file that stays as it is; null for one that is to be written. Throws for another's. */
function fateOf(file: SiteFile, { entries }: Earlier, plan: PublishPlan): Entry | null {
  const path = join(plan.folder, file.path);
  const sum = digestOf(path);
  const own = entryOf(file);
  const known = entries.find((one) => one.path === file.path && one.sha256 === sum);
  if (sum === own.sha256) return own;
  if (plan.onlyChanged && known?.content === file.content) return known;
  if (sum !== null && known === undefined && !plan.overwrite) throw notOurs(path, plan.overwriteHint);
  return null;
}

/** Files that this edition no longer has, unless somebody has changed them. Returns how many were removed. */
async function removeLeftovers({ edition, entries }: Earlier, kept: ReadonlySet<string>, plan: PublishPlan) {
  if (edition !== plan.edition) return 0;
  const paths = entries
    .filter(({ path, sha256 }) => !kept.has(path) && digestOf(join(plan.folder, path)) === sha256)
    .map(({ path }) => join(plan.folder, path));
  for (const path of paths) await rm(path, { force: true });
  return paths.length;
}

function earlierManifest({ folder, overwrite, overwriteHint }: PublishPlan): Earlier {
  const path = join(folder, manifestName);
  const existing = existingFile(path);
  const { success, output } = v.safeParse(manifestSchema, existing?.bytes.toString());
  if (success) return output;
  if (overwrite || existing === null) return { edition: '', entries: [] };
  throw notOurs(path, overwriteHint);
}

const writeManifest = (
  { folder, program, edition }: PublishPlan,
  entries: readonly Entry[],
  state: 'i-gang' | 'faerdig',
): Promise<void> => {
  const filer = entries.map(({ path, sha256, content }) => ({ fil: path, sha256, indhold: content }));
  const manifest = { format: manifestFormat, program, udgave: edition, tilstand: state, filer };
  return replaceFile(join(folder, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
};
