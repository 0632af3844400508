import { isUtf8 } from 'node:buffer';
import { capitalise, clean } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import {
  findMunicipality,
  findRegion,
  type Municipality,
  municipalities,
  municipalitiesOf,
  nearestMunicipalities,
  nearestRegions,
} from '../municipalities/index.ts';
import type { Subject } from '../report/index.ts';
import { municipalitySubject } from '../report/index.ts';
import { readNamed } from './files-in.ts';

/** Options that say which reports to make. */
export interface SubjectOptions {
  readonly kommune?: readonly string[];
  readonly heleLandet?: boolean;
  readonly alle?: boolean;
  readonly region?: readonly string[];
  readonly fil?: string;
}

/**
 * The subjects asked for, each once: the named in the order they were named, regions in alphabetical order, all by
 * code, and the whole country last. Errors: `UserError` 2 for an unknown name, 66 for a list that cannot be read.
 */
export function subjectsOf(options: SubjectOptions, country: Subject): Subject[] {
  const chosen = [
    ...(options.kommune ?? []).map(municipality),
    ...(options.fil === undefined ? [] : fromList(options.fil)),
    ...(options.region ?? []).flatMap(region),
    ...(options.alle === true ? municipalities : []),
  ];
  const local = [...new Map(chosen.map((one) => [one.code, municipalitySubject(one)])).values()];
  return options.heleLandet === true ? [...local, country] : local;
}

/** The subject of --kommune or --hele-landet where exactly one is wanted. Errors: `UserError` 2. */
export function oneSubject(
  options: { readonly kommune?: string; readonly heleLandet?: boolean },
  country: Subject,
): Subject {
  if (options.kommune !== undefined && options.heleLandet !== true)
    return municipalitySubject(municipality(options.kommune));
  if (options.kommune === undefined && options.heleLandet === true) return country;
  throw new UserError(exitCode.usage, 'Angiv enten --kommune <navn> eller --hele-landet.');
}

function municipality(name: string): Municipality {
  const found = findMunicipality(name);
  if (found !== null) return found;
  throw new UserError(exitCode.usage, `${capitalise(unknown(name))} Alle navne: barometer-report kommuner`);
}

/** Why a name is no municipality, and what to write instead. */
function unknown(name: string): string {
  if (name.trim() === '') return 'kommunens navn er tomt. Skriv et navn eller en kode.';
  if (/^(000|hele landet)$/i.test(name.trim())) return 'hele landet er ingen kommune. Brug --hele-landet.';
  if (/^\d+$/.test(name.trim())) return `der er ingen kommune med koden ${clean(name)}.`;
  return `der er ingen kommune, der hedder "${clean(name)}". Mente du ${listed(nearestMunicipalities(name))}?`;
}

function region(name: string): Municipality[] {
  const found = findRegion(name);
  if (found !== null) return municipalitiesOf(found);
  throw new UserError(
    exitCode.usage,
    `Der er ingen region, der hedder "${clean(name)}". Mente du ${listed(nearestRegions(name))}?`,
  );
}

/** One name or code a line; empty lines and lines that begin with # are passed over. All unknown names are told. */
function fromList(path: string): Municipality[] {
  const lines = readList(path).split(/\r\n|\n|\r/);
  const named = lines.flatMap((line, index) => {
    const name = line.trim();
    return name === '' || name.startsWith('#') ? [] : [{ name, line: index + 1, found: findMunicipality(name) }];
  });
  if (named.length === 0) throw new UserError(exitCode.usage, `${path}: listen er tom. Skriv en kommune pr. linje.`);
  const wrong = named.filter(({ found }) => found === null);
  if (wrong.length > 0) throw new UserError(exitCode.usage, wrongLines(path, wrong));
  return named.flatMap(({ found }) => (found === null ? [] : [found]));
}

const mostLines = 20;

function wrongLines(path: string, wrong: readonly { readonly name: string; readonly line: number }[]): string {
  const lines = wrong.slice(0, mostLines).map(({ name, line }) => `${path}:${line}:1: ${unknown(name)}`);
  return [...lines, ...(wrong.length > mostLines ? [`og ${wrong.length - mostLines} til`] : [])].join('\n');
}

/** UTF-8, or Windows-1252 as older editors write it. */
function readList(path: string): string {
  const bytes = readNamed(path);
  // No text has a NUL: a spreadsheet or an archive would be told as hundreds of unknown names.
  if (bytes.includes(0)) {
    throw new UserError(
      exitCode.usage,
      `${path} er ikke en tekstfil. Gem listen som tekst (UTF-8) med en kommune pr. linje.`,
    );
  }
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** "a, b eller c" */
function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} eller ${names.at(-1)}`;
}
