import { describe, expect, it } from 'vitest';
import { inspectDataset } from '../../src/dataset/index.ts';
import { tries } from '../helpers/tries.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { mutated, mutations } from './support/mutations.ts';
import { filesOf, nextMonth, otherWhole, shippedWhole, sparseWhole, type Whole } from './support/wrong-wholes.ts';

const told = async (whole: Whole): Promise<string[]> =>
  (await inspectDataset('data', wholeCatalogue, filesOf(whole))).problems.map(({ rule }) => rule.id);

/** The rule of its kind that each wrong whole must meet; what no rule can see without the month before is left out. */
const rules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  empty: {
    'a municipality newest': 'tal-vaek',
    'the country in key figures': 'landet-uden-tal',
    'a municipality in key figures': 'ingen-tal',
    'half a baseline': 'basisaar-faa-tal',
    'a baseline': 'basisaar-faa-tal',
    'the newest year of two indicators': 'nyeste-uden-tal',
    'the newest period of a key figure': 'nyeste-uden-tal',
    'a fifth of a column': 'tal-vaek',
  },
  stale: {
    'a status year': 'foraeldet-indstilling',
    'a period': 'foraeldet-indstilling',
    'the title': 'titel-udgave',
    'another kind of period': 'anden-periodetype',
    'an edition a year ahead': 'gamle-tal',
    'a title in a wrong encoding': 'tegnsaet-i-tekst',
    'a title that has lost letters': 'tegnsaet-i-tekst',
  },
  provenance: {
    'no column': 'kilde-mangler',
    'blank at one time': 'kilde-mangler',
    'blank in a key figure': 'kilde-mangler',
    'blank of a municipality': 'kilde-mangler',
    'blank of most municipalities': 'kilde-mangler',
    'blank in a whole series': 'kilde-mangler',
    'official under a title that says made up': 'opdigtet-i-tekst',
  },
  repeated: {
    'a percentage': 'samme-tal',
    'a key figure': 'samme-tal',
    'two years before': 'samme-tal',
    'every series': 'samme-tal',
    'every number of a municipality': 'kommune-uaendret',
    'two thirds of a column': 'samme-tal',
  },
  shuffled: {
    'a percentage': 'anden-raekkefoelge',
    'by a row': 'forskudt-raekke',
    sorted: 'sorteret',
    'two series': 'byttet-serie',
    'filled down': 'udfyldt-nedad',
    'two municipalities newest': 'byttede-kommuner',
    'two municipalities in the newest key figures': 'byttede-kommuner',
  },
  moved: {
    'men only': 'stort-skift',
    'the complement': 'modsat-andel',
    'a key count to a half': 'stort-skift',
    'the sign': 'modsat-fortegn',
    'a key count to a third': 'stort-skift',
    'another sheet': 'samme-som-serie',
  },
  'out of place': {
    'fractions of one': 'broeker-i-kommune',
    'zeros for suppressed': 'nul-for-intet',
    'dashes for a whole key figure': 'nul-for-intet',
    nines: 'nitaller',
    'the plain mean for the country': 'landet-er-gennemsnit',
    'the plain mean in one series': 'landet-er-gennemsnit',
    'the country apart': 'landet-for-sig',
    'the country of the time before': 'landet-uaendret',
    "the country's for suppressed": 'landets-tal-i-kommuner',
    'a municipality for the country': 'ens-omraader',
    'whole numbers': 'hele-tal',
  },
};

/** In a usual run without the years between: three times faster to read, and as wrong. */
const some = (): Whole => (tries(0, 1) === 1 ? shippedWhole() : sparseWhole());

describe('a dataset that is wrong as a whole', () => {
  const cases = Object.entries(rules).flatMap(([kind, ones]) =>
    Object.entries(ones).map(([name, rule]) => ({ kind, name, rule })),
  );
  it.each(cases)('$kind, $name: $rule', async ({ kind, name, rule }) => {
    const mutate = mutations[kind]?.[name];
    if (mutate === undefined) throw new Error(`No mutation: ${name}`);
    expect(await told(mutated(some(), mutate))).toContain(rule);
  });
});

it('tells a baseline and a newest time that are exchanged: two wrong times do not hide each other', async () => {
  const whole = shippedWhole();
  const exchanged = new Map([
    ['2012', '2024'],
    ['2024', '2012'],
  ]);
  const rows = whole.rows.map((row) => {
    const time = row.series === '1.2' && row.table === 'indikatorer' ? exchanged.get(row.time) : undefined;
    return { ...row, time: time ?? row.time };
  });
  expect((await told({ ...whole, rows })).filter((id) => id === 'stort-skift')).toHaveLength(2);
});

describe('a dataset with nothing wrong in it', () => {
  it('is silent as it is, in a plausible next month, and with other numbers', async () => {
    expect(await told(shippedWhole())).toEqual([]);
    for (const seed of [1, 2, 3].slice(0, tries(1, 3))) expect(await told(nextMonth(shippedWhole(), seed))).toEqual([]);
    for (const seed of [4, 5].slice(0, tries(1, 2))) expect(await told(nextMonth(otherWhole(seed), seed))).toEqual([]);
  });
});

describe('numbers that the owner has found right', () => {
  const accepting = async (mutation: [kind: string, name: string], accepter: object): Promise<string[]> => {
    const mutate = mutations[mutation[0]]?.[mutation[1]] ?? (() => undefined);
    const whole = mutated(some(), mutate);
    return told({ ...whole, json: { ...whole.json, accepter } });
  };

  it('are told no more: of a series at a time, and of a municipality in an edition', async () => {
    const zeros: [string, string] = ['out of place', 'zeros for suppressed'];
    expect(await accepting(zeros, { 'nul-for-intet': { 2.2: '2024' } })).not.toContain('nul-for-intet');
    const fractions: [string, string] = ['out of place', 'fractions of one'];
    expect(await accepting(fractions, { 'broeker-i-kommune': { 851: '2026-06' } })).not.toContain('broeker-i-kommune');
  });

  it('are told at another time, in another series and in the next edition', async () => {
    const zeros: [string, string] = ['out of place', 'zeros for suppressed'];
    expect(await accepting(zeros, { 'nul-for-intet': { 2.2: '2023', 2.1: '2024' } })).toContain('nul-for-intet');
    const fractions: [string, string] = ['out of place', 'fractions of one'];
    expect(await accepting(fractions, { 'broeker-i-kommune': { 851: '2026-05' } })).toContain('broeker-i-kommune');
  });

  it('are accepted as the message shows, at several times of a series too', async () => {
    const whole = shippedWhole();
    const at = (year: string) => whole.rows.filter(({ series, time }) => series === '1.2' && time === year);
    for (const [from, to] of [
      ['2015', '2016'],
      ['2019', '2020'],
    ] as const)
      for (const row of at(to)) row.value = at(from).find(({ code }) => code === row.code)?.value ?? row.value;
    const { problems } = await inspectDataset('data', wholeCatalogue, filesOf(whole));
    const older = problems.find(({ rule }) => rule.id === 'aeldre-tal');
    expect(older?.message).toContain('2 ældre skift');
    const [, shown = ''] = /skriv (.*) i datasaet\.json/.exec(older?.remedy ?? '') ?? [];
    expect(shown).toBe('"accepter": {"aeldre-tal": {"1.2": ["2020", "2016"]}}');
    const accepting = { ...whole, json: { ...whole.json, ...JSON.parse(`{${shown}}`) } };
    expect(await told(accepting)).toEqual([]);
    accepting.json = { ...accepting.json, accepter: { 'aeldre-tal': { 1.2: ['2016'] } } };
    expect(await told(accepting)).toEqual(['aeldre-tal']);
  });
});
