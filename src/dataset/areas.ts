import { comparable } from '../danish/index.ts';
import { findMunicipality, findRegion, regions } from '../municipalities/index.ts';
import { COUNTRY } from './catalogue.ts';

/**
 * What a text in StatBank's column of areas means: a subject of reports, a region, or an area that no report is about
 * (municipality groups, landsdele, Christiansø, unknown), which is passed over.
 */
export type Area =
  | { readonly kind: 'subject'; readonly code: string }
  | { readonly kind: 'region'; readonly name: string }
  | { readonly kind: 'passed' };

const PASSED: Area = { kind: 'passed' };

/** Names in capitals or not; the codes of StatBank's that go with them differ from table to table. */
const passedNames: ReadonlySet<string> = new Set([
  'christiansø',
  ...['uoplyst', 'uoplyst kommune', 'uoplyst kommunegruppe', 'uoplyst bopæl', 'ikke fordelt til kommuner'],
  ...['unknown', 'unknown municipality', 'not stated', 'not stated municipality', 'municipality not stated'],
  ...['udlandet', 'uden for danmark', 'udenfor kommunal inddeling', 'abroad', 'outside denmark'],
  ...['hovedstadskommuner', 'storbykommuner', 'provinsbykommuner', 'oplandskommuner', 'landkommuner'],
  ...['capital', 'metropolitan', 'provincial', 'commuter', 'rural'].map((group) => `${group} municipalities`),
]);

/** Landsdele, with "Landsdel" or "Province" before them or not. "Bornholm" alone is the municipality. */
const landsdele: ReadonlySet<string> = new Set([
  ...['byen københavn', 'københavns omegn', 'nordsjælland', 'bornholm', 'østsjælland', 'vest- og sydsjælland'],
  ...['fyn', 'sydjylland', 'østjylland', 'vestjylland', 'nordjylland'],
]);

/** Christiansø, landsdele and the codes for what is unknown or abroad. */
const passedCode = /^(?:411|0[1-9]|1[01]|950|961|99[5-9])$/;

/** The area of a name that is passed over. */
function passedByName(name: string): Area | null {
  const text = name.toLowerCase();
  const isPassed = passedNames.has(text) || landsdele.has(text.replace(/^(?:landsdel|province) /, ''));
  return isPassed ? PASSED : null;
}

/** Regions that come into being with the next reform, and the English names of today's, in lower case. */
const otherRegions: ReadonlyMap<string, string> = new Map([
  ['region østdanmark', 'Region Østdanmark'],
  ['capital region of denmark', 'Region Hovedstaden'],
  ['region zealand', 'Region Sjælland'],
  ['region of southern denmark', 'Region Syddanmark'],
  ['central denmark region', 'Region Midtjylland'],
  ['north denmark region', 'Region Nordjylland'],
]);

/** Names of the country; municipalities have theirs, and Copenhagen an English one too. */
const countryNames: ReadonlySet<string> = new Set(['hele landet', 'all denmark', 'denmark', 'danmark']);
const englishNames: Readonly<Record<string, string>> = { copenhagen: 'København' };

/**
 * Reads an area as StatBank and others write it: code, name in any spelling that `findMunicipality` knows, or both. Null
 * for an unknown one. `subjects` are names by code.
 */
export function areaReader(subjects: ReadonlyMap<string, string>): (text: string) => Area | null {
  const byCode = new Map<string, Area>([...subjects.keys()].map((code) => [code, { kind: 'subject', code }]));
  const byRegion = new Map<string, Area>(regions.map(({ name }) => [name, { kind: 'region', name }]));
  for (const { code, name } of regions) byCode.set(code, byRegion.get(name) as Area);
  const codeOf = new Map([...byCode].map(([code, area]) => [area, code]));
  // The names that most rows have are found without folding them.
  const byName = new Map([...subjects].map(([code, name]) => [name, byCode.get(code) as Area]));

  const named = (text: string): Area | null => {
    const known = byName.get(text);
    if (known !== undefined) return known;
    const name = text.toLowerCase();
    const region = otherRegions.get(name) ?? (name.startsWith('region ') ? findRegion(text)?.name : undefined);
    if (region !== undefined) return byRegion.get(region) ?? { kind: 'region', name: region };
    return byCode.get(countryNames.has(name) ? COUNTRY : codeOfName(text, name)) ?? null;
  };

  /** "161 Glostrup": the name decides, and the code must be its own. */
  const both = (text: string): Area | null => {
    const [, digits = '', name = ''] = /^(\d{1,4}) +(.+)$/.exec(text) ?? [];
    const passed = passedByName(name);
    const area = named(name);
    // "04 Bornholm" is the landsdel.
    if (area === null || (passed !== null && digits.length < 3)) return passed;
    const own = codeOf.get(area);
    return own === undefined || Number(digits) === Number(own) ? area : null;
  };
  return (given) => {
    const text = comparable(given);
    return named(text) ?? byBareCode(text, byCode) ?? both(text) ?? passedByName(text);
  };
}

/** The code of a municipality's name in any spelling; "" for what is none. */
const codeOfName = (text: string, lowerCase: string): string =>
  /^\d/.test(text) ? '' : (findMunicipality(englishNames[lowerCase] ?? text)?.code ?? '');

/** Three digits, or four as registers write them. */
function byBareCode(text: string, byCode: ReadonlyMap<string, Area>): Area | null {
  const code = /^0\d{3}$/.test(text) ? text.slice(1) : text;
  return byCode.get(code) ?? (passedCode.test(code) ? PASSED : null);
}
