import type { Catalogue, Measure, Series } from '../../../src/dataset/index.ts';

const gap = ['1.1', '7.1'];
const percentages = [
  '1.2',
  '2.1',
  '2.2',
  '2.3',
  '3.1',
  '3.2',
  '3.3',
  '4.1',
  '4.2',
  '4.3',
  '5.1',
  '6.1',
  '6.2',
  '6.3',
  '7.2',
  '9.1',
];
const counts = ['8.1', '8.2', '8.3'];
const goals = new Map(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [
    number,
    {
      baselineYear: number === 8 ? 2018 : 2012,
      indicators: [...gap, ...percentages, ...counts].filter((id) => id.startsWith(`${number}.`)).sort(),
    },
  ]),
);
const percentageKeyFigures = [4, 5, 6, 10, 11, 13, 14, 15];

const series = (table: Series['table'], id: string, measure: Measure): [string, Series] => [id, { table, id, measure }];

/** A small catalogue: the real ids, and six subjects. */
export const catalogue: Catalogue = {
  subjects: new Map([
    ['000', 'Hele landet'],
    ['101', 'København'],
    ['161', 'Glostrup'],
    ['169', 'Høje-Taastrup'],
    ['400', 'Bornholm'],
    ['492', 'Ærø'],
  ]),
  goals,
  indicators: new Map([
    ...gap.map((id) => series('indikatorer', id, 'gap')),
    ...percentages.map((id) => series('indikatorer', id, 'percentage')),
    ...counts.map((id) => series('indikatorer', id, 'count')),
  ]),
  keyFigures: new Map(
    Array.from({ length: 18 }, (_, i) =>
      series('noegletal', `${i + 1}`, percentageKeyFigures.includes(i + 1) ? 'percentage' : 'count'),
    ),
  ),
};

/** A catalogue of a few subjects and series, all of which the folders of test/bad-datasets have figures for. */
export const smallCatalogue: Catalogue = {
  subjects: new Map([
    ['000', 'Hele landet'],
    ['161', 'Glostrup'],
    ['169', 'Høje-Taastrup'],
    ['492', 'Ærø'],
  ]),
  goals,
  indicators: new Map([
    series('indikatorer', '1.1', 'gap'),
    series('indikatorer', '1.2', 'percentage'),
    series('indikatorer', '8.1', 'count'),
  ]),
  keyFigures: new Map([series('noegletal', '13', 'percentage'), series('noegletal', '16', 'count')]),
};
