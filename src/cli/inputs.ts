import { type Command, Option } from 'commander';
import { clean, parseIsoDate, todayInDenmark } from '../danish/index.ts';
import { type Catalogue, type Dataset, type FormerFolder, loadDataset } from '../dataset/index.ts';
import { exitCode, UserError, usageError } from '../errors.ts';
import { kindOf, readFile, whyUnread } from '../file/index.ts';
import { municipalities } from '../municipalities/index.ts';
import { shipped } from '../paths.ts';
import { catalogueOf, parseTemplate, type Template } from '../report/index.ts';
import type { World } from './world.ts';

export interface DataOptions {
  readonly data?: string;
  readonly skabelon?: string;
}

export const addDataOptions = (command: Command): Command =>
  command
    .option('-d, --data <mappe>', 'datasættets mappe (standard: det, der følger med programmet)')
    .option('--skabelon <fil>', 'skabelon med rapportens ordlyd (standard: den, der følger med programmet)');

/** The folder of the dataset: --data, else the one that comes with the program. Errors: `UserError` 66. */
export function datasetFolder(options: DataOptions): string {
  const path = options.data ?? shipped('fixtures/juni-2026');
  orUnread(path, () => kindOf(path));
  return path;
}

/** The option of commands that compare a dataset with that of the edition before. */
export const formerOption = (): Option =>
  new Option('--forrige <mappe>', 'forrige udgaves datasæt, som tallene sammenlignes med');

/** The folder that --forrige names; undefined when it is not given. Errors: `UserError` 66. */
export function namedFormer(path: string | undefined): FormerFolder | undefined {
  if (path === undefined) return undefined;
  orUnread(path, () => kindOf(path));
  return { path, option: '--forrige' };
}

/** The dataset with the figures of all subjects, and how it is checked. Errors: `UserError` 65, 66. */
export const readDataset = (
  options: DataOptions,
  template: Template,
  how?: Parameters<typeof loadDataset>[2],
): Promise<Dataset> => loadDataset(datasetFolder(options), catalogueFor(template), how);

export const catalogueFor = (template: Template): Catalogue => ({
  ...catalogueOf(template, municipalities),
  templateOption: '--skabelon',
});

/**
 * The template: --skabelon, else the one that comes with the program; and its text, read in the same moment, so that a
 * digest is of what is used. Errors: `UserError` 65, 66.
 */
export function readTemplate(options: DataOptions): { readonly template: Template; readonly text: string } {
  const path = options.skabelon ?? shipped('templates/udviklingsrapport.json');
  const text = readNamed(path, mostBytes.template).toString('utf8');
  return { template: parseTemplate(text, path), text };
}

/** What files may be at most that are not of a dataset. */
export const mostBytes = { template: 1_000_000, list: 1_000_000, report: 32_000_000 } as const;

/** The bytes of a file that the user named. Errors: `UserError` 66. */
export const readNamed = (path: string, limit: number): Buffer => orUnread(path, () => readFile(path, limit));

/** What `read` gives. Errors: `UserError` 66 that says why a path cannot be read. */
function orUnread<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const why = whyUnread(cause);
    if (why === null) throw cause;
    throw new UserError(exitCode.noInput, `${clean(path, 300)} ${why.why}. ${why.remedy}`, { cause });
  }
}

export const dateOption = (): Option =>
  new Option(
    '--dato <åååå-mm-dd>',
    'datoen i "Rapport dannet d." (standard: miljøvariablen SOURCE_DATE_EPOCH eller dags dato i Danmark)',
  );

/** Date of generation, "2026-06-06": --dato, else SOURCE_DATE_EPOCH, else today; days are those of Denmark. */
export function generationDate(option: string | undefined, world: World): string {
  if (option !== undefined && parseIsoDate(option) === null)
    throw usageError(`--dato ${option} er ikke en dato. Skriv den som åååå-mm-dd, fx 2026-06-06.`);
  const epoch = world.env['SOURCE_DATE_EPOCH'];
  return option ?? todayInDenmark(epoch === undefined || epoch === '' ? world.now() : instantOf(epoch));
}

/** Last second of the year 9999, the last that a four-digit year can write. */
const lastSecond = 253_402_214_400;

function instantOf(epoch: string): Date {
  const seconds = Number(epoch);
  if (/^\d+$/.test(epoch) && seconds <= lastSecond) return new Date(seconds * 1000);
  throw usageError(
    `SOURCE_DATE_EPOCH=${epoch} er ikke et antal sekunder siden 1970. Ret eller fjern den, eller brug --dato.`,
  );
}
