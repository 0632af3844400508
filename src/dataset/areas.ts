import { comparable } from '../danish/index.ts';
import { findMunicipality, findRegion, regions } from '../municipalities/index.ts';
import { COUNTRY } from './catalogue.ts';

/**
 * What a text in a column of areas means: a subject of reports or a region, by its code, or what is passed over
 * (municipality groups, landsdele, Christiansø, unknown; regions to come), which has none.
 */
export interface Area {
  readonly kind: 'subject' | 'region' | 'passed';
  readonly code: string | null;
}

export type ReadArea = (text: string) => Area | null;

/**
 * Reads an area as StatBank and others write it: code, name in any spelling that `findMunicipality` knows, or both. Null
 * for an unknown one. `subjects` are names by code.
 */
export function areaReader(subjects: ReadonlyMap<string, string>): ReadArea {
  const codes = new Map(passedCodes.map((code) => [code, PASSED]));
  for (const { code } of regions) codes.set(code, { kind: 'region', code });
  for (const code of subjects.keys()) codes.set(code, { kind: 'subject', code });
  const names = new Map(passedNames.map((name) => [name, PASSED]));
  // It comes into being with the next reform.
  names.set('region østdanmark', { kind: 'region', code: null });
  for (const [name, code] of otherNames) {
    const area = codes.get(code);
    if (area !== undefined) names.set(name, area);
  }
  for (const [code, name] of subjects) {
    // Most rows have a name as it is written here, and need not be folded.
    for (const text of [name, name.toLowerCase()]) names.set(text, codes.get(code) as Area);
  }

  const named = (text: string): Area | null => {
    const name = text.toLowerCase();
    const known = names.get(text) ?? names.get(name);
    if (known !== undefined) return known;
    const found = name.startsWith('region ') ? findRegion(text) : /^\d/.test(text) ? null : findMunicipality(text);
    return codes.get(found?.code ?? '') ?? null;
  };
  const coded = (text: string): Area | null => codes.get(/^0\d{3}$/.test(text) ? text.slice(1) : text) ?? null;
  /** "161 Glostrup": the name decides, and the code must be its own; "04 Bornholm" is the landsdel. */
  const both = (text: string): Area | null => {
    const [, digits = '', name = ''] = /^(\d{1,4}) +(.+)$/.exec(text) ?? [];
    const area = digits.length < 3 && /^bornholm$/i.test(name) ? PASSED : named(name);
    return area === null || area.code === null || Number(digits) === Number(area.code) ? area : null;
  };
  return (given) => {
    const text = comparable(given);
    return named(text) ?? coded(text) ?? both(text);
  };
}

const PASSED: Area = { kind: 'passed', code: null };

/** Christiansø, landsdele and what is unknown or abroad. */
const passedCodes = [
  '411',
  ...Array.from({ length: 11 }, (_, i) => `${i + 1}`.padStart(2, '0')),
  '950',
  '961',
  ...['995', '996', '997', '998', '999'],
];

/** Landsdele, with "Landsdel" or "Province" before them or not. "Bornholm" alone is the municipality. */
const landsdele = [
  ...['byen københavn', 'københavns omegn', 'nordsjælland', 'bornholm', 'østsjælland', 'vest- og sydsjælland'],
  ...['fyn', 'sydjylland', 'østjylland', 'vestjylland', 'nordjylland'],
];

/** Names in lower case; the codes of StatBank's that go with them differ from table to table. */
const passedNames = [
  'christiansø',
  ...['uoplyst', 'uoplyst kommune', 'uoplyst kommunegruppe', 'uoplyst bopæl', 'ikke fordelt til kommuner'],
  ...['unknown', 'unknown municipality', 'not stated', 'not stated municipality', 'municipality not stated'],
  ...['udlandet', 'uden for danmark', 'udenfor kommunal inddeling', 'abroad', 'outside denmark'],
  ...['hovedstadskommuner', 'storbykommuner', 'provinsbykommuner', 'oplandskommuner', 'landkommuner'],
  ...['capital', 'metropolitan', 'provincial', 'commuter', 'rural'].map((group) => `${group} municipalities`),
  ...landsdele.flatMap((name) => [name, `landsdel ${name}`, `province ${name}`]),
];

/** Other names than the Danish ones, in lower case, and the codes of what they mean. */
const otherNames = [
  ...['hele landet', 'all denmark', 'denmark', 'danmark'].map((name) => [name, COUNTRY] as const),
  ['copenhagen', '101'],
  ['north denmark region', '081'],
  ['central denmark region', '082'],
  ['region of southern denmark', '083'],
  ['capital region of denmark', '084'],
  ['region zealand', '085'],
] as const;
