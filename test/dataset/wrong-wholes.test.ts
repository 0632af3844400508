import { describe, expect, it } from 'vitest';
import { inspectDataset } from '../../src/dataset/index.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { mutated, mutations } from './support/mutations.ts';
import { filesOf, nextMonth, otherWhole, shippedWhole, type Whole } from './support/wrong-wholes.ts';

const told = async (whole: Whole): Promise<string[]> =>
  (await inspectDataset('data', wholeCatalogue, filesOf(whole))).problems.map(({ rule }) => rule);

/** The rule of its kind that each wrong whole must meet; what no rule can see without the month before is left out. */
const rules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  empty: {
    'a municipality newest': 'tal-vaek',
    'the country in key figures': 'landet-uden-tal',
    'half a baseline': 'basisaar-faa-tal',
    'a fifth of a column': 'tal-vaek',
  },
  stale: {
    'a status year': 'foraeldet-indstilling',
    'a period': 'foraeldet-indstilling',
    'the title': 'titel-udgave',
    'another kind of period': 'anden-periodetype',
    'an edition a year ahead': 'gamle-tal',
  },
  provenance: {
    'no column': 'kilde-mangler',
    'blank at one time': 'kilde-mangler',
    'blank in a key figure': 'kilde-mangler',
  },
  repeated: {
    'a percentage': 'samme-tal',
    'a key figure': 'samme-tal',
    'every series': 'samme-tal',
    'two thirds of a column': 'samme-tal',
  },
  shuffled: {
    'a percentage': 'anden-raekkefoelge',
    'by a row': 'forskudt-raekke',
    sorted: 'sorteret',
    'two series': 'byttet-serie',
    'filled down': 'udfyldt-nedad',
    'two municipalities newest': 'byttede-kommuner',
  },
  moved: {
    'men only': 'stort-skift',
    'the sign': 'modsat-fortegn',
    'a key count to a third': 'stort-skift',
    'another sheet': 'samme-som-serie',
  },
  'out of place': {
    'fractions of one': 'broeker-i-kommune',
    'zeros for suppressed': 'nul-for-intet',
    nines: 'nitaller',
    'the plain mean for the country': 'landet-er-gennemsnit',
    'a municipality for the country': 'ens-omraader',
    'whole numbers': 'hele-tal',
  },
};

describe('a dataset that is wrong as a whole', () => {
  const cases = Object.entries(rules).flatMap(([kind, ones]) =>
    Object.entries(ones).map(([name, rule]) => ({ kind, name, rule })),
  );
  it.each(cases)('$kind, $name: $rule', async ({ kind, name, rule }) => {
    const mutate = mutations[kind]?.[name];
    if (mutate === undefined) throw new Error(`No mutation: ${name}`);
    expect(await told(mutated(shippedWhole(), mutate))).toContain(rule);
  });
});

describe('a dataset with nothing wrong in it', () => {
  it('is silent as it is, in a plausible next month, and with other numbers', async () => {
    expect(await told(shippedWhole())).toEqual([]);
    for (const seed of [1, 2, 3]) expect(await told(nextMonth(shippedWhole(), seed))).toEqual([]);
    for (const seed of [4, 5]) expect(await told(nextMonth(otherWhole(seed), seed))).toEqual([]);
  });
});
