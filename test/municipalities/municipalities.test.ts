import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../src/danish/index.ts';
import {
  findMunicipality,
  findRegion,
  municipalities,
  municipalitiesByName,
  municipalitiesOf,
  nearestMunicipalities,
  nearestRegions,
  regions,
} from '../../src/municipalities/index.ts';

const found = (input: string): string | undefined => findMunicipality(input)?.name;

describe('the list', () => {
  it('has the 98 municipalities, each code and name once, in a known region', () => {
    expect(municipalities).toHaveLength(98);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(98);
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(98);
    expect(municipalities.every(({ code }) => /^\d{3}$/.test(code))).toBe(true);
    const known = regions.map(({ name }) => name);
    expect(municipalities.every(({ region }) => known.includes(region))).toBe(true);
    expect(found('411')).toBeUndefined(); // Christiansø is none
  });

  it('is sorted in Danish', () => {
    const names = municipalitiesByName().map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Albertslund', 'Allerød', 'Assens']);
    expect(names.slice(-4)).toEqual(['Ærø', 'Aabenraa', 'Aalborg', 'Aarhus']);
  });

  it('divides into regions without rest', () => {
    const sizes = regions.map((region) => [region.name, municipalitiesOf(region).length]);
    expect(Object.fromEntries(sizes)).toEqual({
      'Region Hovedstaden': 29,
      'Region Sjælland': 17,
      'Region Syddanmark': 22,
      'Region Midtjylland': 19,
      'Region Nordjylland': 11,
    });
  });
});

describe('findMunicipality', () => {
  it.each([
    ['Glostrup', 'Glostrup'],
    ['GLOSTRUP', 'Glostrup'],
    ['  glostrup \t', 'Glostrup'],
    ['161', 'Glostrup'],
    ['0161', 'Glostrup'],
    ['Århus', 'Aarhus'],
    ['aarhus', 'Aarhus'],
    ['ÅRHUS KOMMUNE', 'Aarhus'],
    ['A\u030arhus', 'Aarhus'], // decomposed Å
    ['Koebenhavn', 'København'],
    ['Københavns Kommune', 'København'],
    ['koebenhavns  kommune', 'København'],
    ['Bornholms Regionskommune', 'Bornholm'],
    ['Høje Taastrup', 'Høje-Taastrup'],
    ['Høje-Tåstrup', 'Høje-Taastrup'],
    ['HOEJE–TAASTRUP', 'Høje-Taastrup'], // en dash
    ['Vesthimmerland', 'Vesthimmerlands'],
    ['Vesthimmerlands Kommune', 'Vesthimmerlands'],
    ['Nordfyns Kommune', 'Nordfyns'],
    ['Randers Kommune', 'Randers'],
    ['Samsø\u00a0Kommune', 'Samsø'],
    ['Aeroe', 'Ærø'],
    ['Fåborg - Midtfyn', 'Faaborg-Midtfyn'],
    ['Lyngby Tårbæk', 'Lyngby-Taarbæk'],
    ['Åbenrå', 'Aabenraa'],
  ])('%j is %s', (input, name) => {
    expect(found(input)).toBe(name);
  });

  const otherNames = ['', ' ', 'e', 'Glostup', 'Glostrups', 'Rander', 'Ager', 'Kommune', 'Hele landet'];
  const otherCodes = ['000', '999', '16', '1610', '00161'];
  it.each([...otherNames, ...otherCodes])('does not guess at %j', (input) => {
    expect(findMunicipality(input)).toBeNull();
  });

  it('finds every municipality by every spelling of its name and never another', () => {
    const spelling = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD'),
      (name) => toAscii(name),
      (name) => name.replaceAll('-', ' '),
      (name) => `${name} Kommune`,
      (name) => `${name}s kommune`,
      (name) => name.replaceAll('aa', 'å').replaceAll('Aa', 'Å'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...municipalities), spelling, spelling, (one, first, second) => {
        expect(findMunicipality(first(second(one.name)).replace(/kommunes? kommune/i, 'kommune'))).toBe(one);
      }),
      { seed: 9, numRuns: 1000 },
    );
  });
});

it('proposes the nearest names', () => {
  expect(nearestMunicipalities('Glostup Kommune')[0]).toBe('Glostrup');
  expect(nearestMunicipalities('Skjern')).toEqual(['Ringkøbing-Skjern']);
  expect(nearestRegions('Sjæland')).toEqual(['Region Sjælland']);
  expect(nearestRegions('Mars')).toHaveLength(5);
});

it.each([
  ['Region Sjælland', 'Region Sjælland'],
  ['sjaelland', 'Region Sjælland'],
  ['REGION HOVEDSTADEN', 'Region Hovedstaden'],
  ['084', 'Region Hovedstaden'],
])('findRegion(%j) is %s', (input, name) => {
  expect(findRegion(input)?.name).toBe(name);
});

it.each(['', 'Region', 'Østdanmark', 'region '])('findRegion does not guess at %j', (input) => {
  expect(findRegion(input)).toBeNull();
});
