import { type Catalogue, COUNTRY } from '../catalogue.ts';

/** Meanings of a subject text besides an index: nothing known, or a region or landsdel, which is passed over. */
export const UNKNOWN = -1;
export const PASSED = -2;

/** Codes in the order in which the store numbers them. */
export const subjectCodes = (catalogue: Catalogue): readonly string[] => [...catalogue.subjects.keys()];

/** Subject of a code in the dataset's own tables: three digits, or four with a leading zero as registers write it. */
export function plainSubject(codes: readonly string[]): (text: string) => number {
  const index = new Map(codes.map((code, i) => [code, i]));
  return (text) => index.get(/^0\d{3}$/.test(text) ? text.slice(1) : text) ?? UNKNOWN;
}

/** Regions 081-085 and landsdele 01-11 as StatBank writes them: code, name or both. No other number is passed over. */
const areaCode = /^(?:08[1-5]|0[1-9]|1[01])$/;
const areaWithCode = /^(?:08[1-5]|0[1-9]|1[01])[ \u00a0]+(.+)$/;
const areaName = /^(?:Region|Landsdel) .+$/;
const landsdele = new Set([
  'Byen København',
  'Københavns omegn',
  'Nordsjælland',
  'Østsjælland',
  'Vest- og Sydsjælland',
  'Fyn',
  'Sydjylland',
  'Østjylland',
  'Vestjylland',
  'Nordjylland',
  'Bornholm',
]);
const isAreaName = (text: string): boolean => areaName.test(text) || landsdele.has(text);
const isArea = (text: string): boolean => areaCode.test(text) || isAreaName(areaWithCode.exec(text)?.[1] ?? text);

/** Subject of a text in a StatBank export: "161", "Glostrup" or "161 Glostrup"; the code decides, the name must fit. */
export function exportSubject(catalogue: Catalogue): (text: string) => number {
  const codes = subjectCodes(catalogue);
  const byCode = plainSubject(codes);
  const byName = new Map([...catalogue.subjects.values()].map((name, i) => [name, i]));
  byName.set('Hele landet', codes.indexOf(COUNTRY));
  return (text) => {
    const known = byName.get(text) ?? byCode(text);
    if (known >= 0) return known;
    const both = /^(\d{3,4})[ \u00a0]+(.+)$/.exec(text);
    const named = both === null ? UNKNOWN : byCode(both[1] ?? '');
    if (named >= 0 && byName.get(both?.[2] ?? '') === named) return named;
    return isArea(text) ? PASSED : UNKNOWN;
  };
}
