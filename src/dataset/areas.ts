import { municipalities, regions } from '../municipalities/index.ts';
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

/** Regions that come into being with the next reform, and the English names of today's. */
const otherRegions: ReadonlyMap<string, string> = new Map([
  ['Region Østdanmark', 'Region Østdanmark'],
  ['Capital Region of Denmark', 'Region Hovedstaden'],
  ['Region Zealand', 'Region Sjælland'],
  ['Region of Southern Denmark', 'Region Syddanmark'],
  ['Central Denmark Region', 'Region Midtjylland'],
  ['North Denmark Region', 'Region Nordjylland'],
]);

/** Names that only exports have, by the code of their subject. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  [COUNTRY]: ['Hele landet', 'All Denmark', 'Denmark', 'Danmark'],
  '101': ['Copenhagen'],
};

/** Reads an area as StatBank writes it: code, name, or both. Null for an unknown one. `subjects` are names by code. */
export function areaReader(subjects: ReadonlyMap<string, string>): (text: string) => Area | null {
  const byCode = new Map<string, Area>();
  const byName = new Map<string, Area>();
  const codeOf = new Map<Area, string>();
  const add = (area: Area, code: string, names: readonly string[]): void => {
    byCode.set(code, area);
    codeOf.set(area, code);
    for (const name of names) byName.set(name, area);
  };
  for (const [code, name] of subjects) {
    const aliases = municipalities.find((one) => one.code === code)?.aliases ?? [];
    add({ kind: 'subject', code }, code, [name, ...aliases, ...(otherNames[code] ?? [])]);
  }
  for (const { code, name } of regions) add({ kind: 'region', name }, code, [name]);
  for (const [text, name] of otherRegions) byName.set(text, byName.get(name) ?? { kind: 'region', name });
  return (text) => byName.get(text) ?? byBareCode(text, byCode) ?? byBoth(text, byName, codeOf) ?? passedByName(text);
}

/** Three digits, or four as registers write them. */
function byBareCode(text: string, byCode: ReadonlyMap<string, Area>): Area | null {
  const code = /^0\d{3}$/.test(text) ? text.slice(1) : text;
  return byCode.get(code) ?? (passedCode.test(code) ? PASSED : null);
}

/** "161 Glostrup": the name decides, and the code must be its own. */
function byBoth(text: string, byName: ReadonlyMap<string, Area>, codeOf: ReadonlyMap<Area, string>): Area | null {
  const [, digits = '', name = ''] = /^(\d{1,4})[ \u00a0]+(.+)$/.exec(text) ?? [];
  const passed = passedByName(name);
  const area = byName.get(name);
  // "04 Bornholm" is the landsdel.
  if (area === undefined || (passed !== null && digits.length < 3)) return passed;
  const own = codeOf.get(area);
  return own === undefined || Number(digits) === Number(own) ? area : null;
}
