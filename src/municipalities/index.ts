import { compareDanish, nearestNames, toAscii } from '../danish/index.ts';
import data from './municipalities.json' with { type: 'json' };

export interface Municipality {
  /** Three digits, "161". */
  readonly code: string;
  readonly name: string; // "Glostrup"
  readonly region: string; // "Region Hovedstaden"
  /** Other names that people use, beside the spellings that `findMunicipality` allows of every name. */
  readonly aliases?: readonly string[];
}

export interface Region {
  readonly code: string; // "084"
  readonly name: string; // "Region Hovedstaden"
}

/** The 98 municipalities by code. */
export const municipalities: readonly Municipality[] = data.municipalities;

export const regions: readonly Region[] = data.regions;

const regionCodes: ReadonlySet<string> = new Set(regions.map(({ code }) => code));

export const isRegionCode = (code: string): boolean => regionCodes.has(code);

/** The municipalities in Danish alphabetical order. */
export function municipalitiesByName(): Municipality[] {
  return municipalities.toSorted((a, b) => compareDanish(a.name, b.name));
}

/**
 * The municipality that `input` names: its name in any case, with æ, ø, å or ae, oe, aa, with or without hyphen and
 * "Kommune"; or its code, "161" or "0161". Null when unknown: nothing is guessed, `nearestMunicipalities` proposes.
 */
export function findMunicipality(input: string): Municipality | null {
  const text = fold(input);
  const code = /^0?(\d{3})$/.exec(text)?.[1];
  if (code !== undefined) return municipalities.find((one) => one.code === code) ?? null;
  const [found] = spellings(text).flatMap((name) => byFoldedName.get(name) ?? []);
  return found ?? null;
}

/** At most three names that `input` may stand for, best first; none when it resembles none. */
export function nearestMunicipalities(input: string): string[] {
  const names = municipalities.map((one) => one.name);
  return nearestNames(withoutKommune(fold(input)) ?? fold(input), names);
}

/** The region that `input` names: with or without "Region", in any case and spelling of æ, ø, å, or its code "084". */
export function findRegion(input: string): Region | null {
  const text = fold(input).replace(/^region /, '');
  return regions.find((one) => one.code === text || fold(one.name).slice('region '.length) === text) ?? null;
}

/** The region that `input` may stand for, with or without "Region"; all of them when it resembles none. */
export function nearestRegions(input: string): string[] {
  const names = regions.map((one) => one.name);
  const near = nearestNames(`region ${fold(input).replace(/^region /, '')}`, names, 1);
  return near.length > 0 ? near : names;
}

export function municipalitiesOf(region: Region): Municipality[] {
  return municipalitiesByName().filter((one) => one.region === region.name);
}

/** Lower case a-z and digits; blanks and hyphens of any kind and number become one blank. */
const fold = (text: string): string => toAscii(text.replace(/[\s\-\u2010-\u2015]+/g, ' ').trim());

const byFoldedName: ReadonlyMap<string, Municipality> = new Map(
  municipalities.flatMap((one) => [one.name, ...(one.aliases ?? [])].map((name) => [fold(name), one] as const)),
);

/** "koebenhavns kommune" may be "koebenhavns" or, in the genitive, "koebenhavn"; without "kommune" nothing is cut. */
function spellings(text: string): string[] {
  const name = withoutKommune(text);
  if (name === null) return [text];
  return name.endsWith('s') ? [name, name.slice(0, -1)] : [name];
}

function withoutKommune(text: string): string | null {
  return /^(.+) (?:regions)?kommune$/.exec(text)?.[1] ?? null;
}
