import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/report/index.ts';
import { annexReportOf, catalogue, template } from '../../helpers/report.ts';
import { shippedAnnexReport, shippedRows, someSubjects, subjects } from '../../helpers/shipped.ts';
import { tries } from '../../helpers/tries.ts';
import { anyRows } from '../any-rows.ts';
import { annexOracle, type ExpectedAnnex } from './oracle.ts';

/** Plain decimal text in millionths; a quartile may have two decimals more, so it is taken four times. */
const exact = (value: string | null | undefined, times = 1n): bigint | null => {
  if (value == null) return null;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(value) ?? [];
  const size = BigInt(whole + fraction.padEnd(7, '0')) * times;
  return (sign === '-' ? -size : size) / 10n;
};

/** What the program says, in the oracle's form. */
function saidIn({ annex }: Report): ExpectedAnnex {
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
        spread: spread && [
          spread.year,
          spread.count,
          [spread.lowest, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.highest].map(
            (value) => exact(value, 4n) ?? 0n,
          ),
          spread.quarter ?? '-',
        ],
      })),
    })),
    summary: annex.summary,
  };
}

const rows = anyRows({
  codes: ['000', '101', '147', '151', '153', '155', '161'],
  series: [...catalogue.indicators.values()].filter(({ id }) => /^(1\.1|1\.2|2\.1|3\.2|3\.3|8\.1)$/.test(id)),
  timesOf: () => ['2012', '2013', '2018', '2023', '2024'],
  rangeOf: (measure) => [measure === 'gap' ? -3 : 0, 6],
  decimals: 2,
});

describe('movement, history, spread and sentences are those that a second, plain computation gives', () => {
  it('in reports of the dataset that comes with the program', () => {
    const expected = annexOracle(shippedRows('indikatorer'), template);
    for (const subject of someSubjects)
      expect(saidIn(shippedAnnexReport(subject)), subject.name).toEqual(expected(subject.code));
  });

  it('in reports of any rows', () => {
    fc.assert(
      fc.property(rows, (indicators) => {
        const expected = annexOracle(indicators, template);
        for (const subject of subjects.filter(({ code }) => /^(000|161|101|751)$/.test(code)))
          expect(saidIn(annexReportOf({ indicators }, subject))).toEqual(expected(subject.code));
      }),
      { seed: 13, numRuns: tries(15, 60) },
    );
  });
});
