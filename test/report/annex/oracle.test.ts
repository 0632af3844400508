import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../../src/dataset/index.ts';
import { municipalities } from '../../../src/municipalities/index.ts';
import { annexBasis, buildReport, catalogueOf, municipalitySubject, type Subject } from '../../../src/report/index.ts';
import { fakeDataset, type Row } from '../../helpers/fake-dataset.ts';
import { country, template } from '../../helpers/report.ts';
import { annexOracle, type ExpectedAnnex } from './oracle.ts';

const subjects: Subject[] = [country, ...municipalities.map(municipalitySubject)];
const names = Object.fromEntries(subjects.map(({ code, name }) => [code, name]));

/** Plain decimal text in millionths; a median may have one decimal more, so it is doubled first. */
const exact = (value: string | null | undefined, times = 1n): bigint | null => {
  if (value == null) return null;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(value) ?? [];
  const size = BigInt(whole + fraction.padEnd(7, '0')) * times;
  return (sign === '-' ? -size : size) / 10n;
};

/** What the program says, in the oracle's form. */
function annexes(dataset: Dataset): (subject: Subject) => ExpectedAnnex {
  const basis = annexBasis(dataset, template);
  return (subject) => {
    const { annex } = buildReport(dataset, template, subject, '2026-06-06', basis);
    if (annex === null) throw new Error('No annex');
    return {
      goals: annex.goals.map(({ movement, indicators }) => ({
        movement,
        indicators: indicators.map(({ movement: own, history, spread }) => ({
          movement: own,
          history: history.map(({ year, subject: mine, country: other }) => [
            year,
            exact(mine.value),
            mine.text,
            exact(other?.value),
            other?.text ?? '',
          ]),
          spread:
            spread === null
              ? null
              : [
                  spread.year,
                  spread.count,
                  exact(spread.lowest) ?? 0n,
                  exact(spread.median, 2n) ?? 0n,
                  exact(spread.highest) ?? 0n,
                ],
        })),
      })),
      summary: annex.summary,
    };
  };
}

const code = fc.constantFrom('000', '101', '147', '151', '153', '155', '161');
const series = template.goals.goals
  .flatMap((goal) => goal.indicators)
  .filter(({ id }) => ['1.1', '1.2', '2.1', '3.2', '3.3', '8.1'].includes(id));
const rows: fc.Arbitrary<Row[]> = fc.uniqueArray(
  fc
    .tuple(
      code,
      fc.constantFrom(...series),
      fc.constantFrom(2012, 2013, 2018, 2023, 2024),
      fc.integer({ min: 0, max: 2 }),
    )
    .chain(([subject, { id, measure }, year, decimals]) => {
      const scale = measure === 'count' ? 1 : 10 ** decimals;
      const number = fc
        .integer({ min: (measure === 'gap' ? -3 : 0) * scale, max: 6 * scale })
        .map((units) => (units / scale).toFixed(measure === 'count' ? 0 : decimals).replace('.', ','))
        .map((text) => (/^-[0,]*$/.test(text) ? text.slice(1) : text));
      const value = fc.oneof(
        { arbitrary: number, weight: 9 },
        { arbitrary: fc.constantFrom('..', '-', ''), weight: 1 },
      );
      return value.map((text): Row => [subject, id, year, text]);
    }),
  { maxLength: 160, selector: ([subject, id, year]) => `${subject} ${id} ${year}` },
);

describe('movement, history, spread and sentences are those that a second, plain computation gives', () => {
  it('in all 99 reports of the dataset that comes with the program', async () => {
    const table = parse(readFileSync('fixtures/juni-2026/indikatorer.csv'), { delimiter: ';', from: 2 }) as string[][];
    const file = table.map(([subject = '', id = '', year = '', text = '']): Row => [subject, id, year, text]);
    const expected = annexOracle(file, template, names);
    const made = annexes(await loadDataset('fixtures/juni-2026', catalogueOf(template, municipalities)));
    for (const subject of subjects) expect(made(subject), subject.name).toEqual(expected(subject.code));
  });

  it('in reports of any rows', () => {
    fc.assert(
      fc.property(rows, (indicators) => {
        const made = annexes(fakeDataset({ indicators }));
        const expected = annexOracle(indicators, template, names);
        for (const subject of subjects.filter(({ code: own }) => ['000', '161', '101', '751'].includes(own)))
          expect(made(subject)).toEqual(expected(subject.code));
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});
