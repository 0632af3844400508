import { isUtf8 } from 'node:buffer';
import type { Command } from 'commander';
import { capitalise, clean, formatPlain, listText } from '../danish/index.ts';
import { usageError } from '../errors.ts';
import {
  findMunicipality,
  findRegion,
  type Municipality,
  municipalities,
  municipalitiesOf,
  nearestMunicipalities,
  nearestRegions,
} from '../municipalities/index.ts';
import { municipalitySubject, type Subject } from '../report/index.ts';
import { mostBytes, readNamed } from './inputs.ts';

export interface SubjectOptions {
  readonly kommune?: readonly string[];
  readonly heleLandet?: boolean;
  readonly alle?: boolean;
  readonly region?: readonly string[];
  readonly fil?: string;
}

export const addSubjectOptions = (command: Command): Command =>
  command
    .option('-k, --kommune <navn>', 'kommunens navn eller kode; kan gentages', collect)
    .option('--hele-landet', 'rapporten for hele landet')
    .option('--alle', 'alle 98 kommuner')
    .option('--region <navn>', 'alle kommuner i en region; kan gentages', collect)
    .option('--fil <liste.txt>', 'kommuner fra en tekstfil, én pr. linje');

export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/**
 * The subjects asked for, each once and at least one: the named in the order they were named, regions in alphabetical
 * order, all by code, and the whole country last. Errors: `UserError` 2 for an unknown name or when nothing is asked
 * for, 66 for a list that cannot be read.
 */
export function subjectsOf(options: SubjectOptions, country: Subject): readonly [Subject, ...Subject[]] {
  const chosen = [
    ...(options.kommune ?? []).map(municipality),
    ...(options.fil === undefined ? [] : fromList(options.fil)),
    ...(options.region ?? []).flatMap(region),
    ...(options.alle === true ? municipalities : []),
  ];
  const local = [...new Map(chosen.map((one) => [one.code, municipalitySubject(one)])).values()];
  const [first, ...others] = options.heleLandet === true ? [...local, country] : local;
  if (first !== undefined) return [first, ...others];
  throw usageError(
    'Skriv, hvad der skal laves, fx --kommune Glostrup, --hele-landet eller --alle. Se barometer-report --help.',
  );
}

/** The subjects of --kommune and --hele-landet, each once. Errors: `UserError` 2 when none is named. */
export function namedSubjects(
  { kommune = [], heleLandet = false }: Pick<SubjectOptions, 'kommune' | 'heleLandet'>,
  country: Subject,
): readonly Subject[] {
  if (kommune.length === 0 && !heleLandet) throw usageError('Skriv --kommune <navn> eller --hele-landet.');
  return subjectsOf({ kommune, heleLandet }, country);
}

function municipality(name: string): Municipality {
  const found = findMunicipality(name);
  if (found !== null) return found;
  throw usageError(`${capitalise(unknown(name))} Alle navne: barometer-report kommuner`);
}

/** Why a name is no municipality, and what to write instead. */
function unknown(name: string): string {
  if (name.startsWith('-')) return `"${clean(name)}" er et valg. Skriv kommunens navn efter --kommune.`;
  if (name.trim() === '') return 'kommunens navn er tomt. Skriv et navn eller en kode.';
  if (/^(000|hele landet)$/i.test(name.trim())) return 'hele landet er ikke en kommune. Brug --hele-landet.';
  if (/^\d+$/.test(name.trim())) return `der er ingen kommune med koden ${clean(name)}.`;
  const near = nearestMunicipalities(name);
  const proposal = near.length === 0 ? '' : ` Mente du ${listText(near, 'eller')}?`;
  return `der er ingen kommune, der hedder "${clean(name)}".${proposal}`;
}

function region(name: string): Municipality[] {
  const found = findRegion(name);
  if (found !== null) return municipalitiesOf(found);
  throw usageError(
    `Der er ingen region, der hedder "${clean(name)}". Mente du ${listText(nearestRegions(name), 'eller')}?`,
  );
}

/** Unknown names of a list that a message shows; the nearest names of each are looked for. */
const MOST_NAMED = 30;

/** One name or code a line; empty lines and lines that begin with # are passed over. Errors: `UserError` 2 with the first unknown names. */
function fromList(path: string): Municipality[] {
  const lines = readList(path).split(/\r\n|\n|\r/);
  const named = lines.flatMap((line, index) => {
    const name = line.trim();
    return name === '' || name.startsWith('#') ? [] : [{ name, line: index + 1, found: findMunicipality(name) }];
  });
  if (named.length === 0) throw usageError(`${path}: listen er tom. Skriv én kommune pr. linje.`);
  const wrong = named.filter(({ found }) => found === null);
  const messages = wrong.slice(0, MOST_NAMED).map(({ name, line }) => `${path}:${line}:1: ${unknown(name)}`);
  const rest = wrong.length - messages.length;
  if (rest > 0)
    messages.push(`${path}: og ${formatPlain(String(rest))} andre navne, som ikke kendes. Er det den rigtige fil?`);
  if (messages.length > 0) throw usageError(messages.join('\n'));
  return named.flatMap(({ found }) => (found === null ? [] : [found]));
}

/** UTF-8, or Windows-1252 as older editors write it. */
function readList(path: string): string {
  const bytes = readNamed(path, mostBytes.list);
  // No text has a NUL: a spreadsheet or an archive would give hundreds of unknown names.
  if (bytes.includes(0))
    throw usageError(`${path} er ikke en tekstfil. Gem listen som tekst (UTF-8) med én kommune pr. linje.`);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}
