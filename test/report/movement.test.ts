import { describe, expect, it } from 'vitest';
import type { GoalMovement, Movement } from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { annexReportOf, changedTemplate, country, indicatorOf, reportOf } from '../helpers/report.ts';

/** Both figures of an indicator of the whole country, and one that makes 2024 the status year. */
const rowsOf = (id: string, status: string, baseline: string): Row[] => [
  ['101', id, 2024, '1'],
  ['000', id, 2024, status],
  ['000', id, 2012, baseline],
];

describe('the movement of an indicator', () => {
  it.each<[id: string, status: string, baseline: string, Movement | null]>([
    ['1.2', '74', '64', 'positive'], // higher is better
    ['1.2', '64', '74', 'negative'],
    ['1.1', '10', '16', 'positive'], // lower is better
    ['1.1', '16', '10', 'negative'],
    ['1.2', '74,4', '73,5', 'unchanged'], // both print 74
    ['1.2', '74,5', '74,4', 'positive'], // they print 75 and 74
    ['1.1', '0', '0', 'unchanged'],
    ['1.2', '..', '1', null],
    ['1.2', '1', '..', null],
  ])('%s with %s against %s is %s', (id, status, baseline, movement) => {
    expect(indicatorOf(reportOf({ indicators: rowsOf(id, status, baseline) }, country), id).movement).toBe(movement);
  });

  it('is of as many decimals as are printed', () => {
    const oneDecimal = changedTemplate(({ maalsaetninger }) => {
      maalsaetninger.maal[0].indikatorer[1].decimaler = 1;
    });
    const report = reportOf({ indicators: rowsOf('1.2', '1,5', '1,4') }, country, oneDecimal);
    expect(indicatorOf(report, '1.2').movement).toBe('positive');
  });
});

describe('the movement of a goal', () => {
  const [p, n, u] = ['positive', 'negative', 'unchanged'] as const;
  const baselines = { positive: '49', negative: '51', unchanged: '50' };

  it.each<[indicators: (Movement | null)[], expected: GoalMovement | null]>([
    [[p, p, p], p],
    [[n, n, n], n],
    [[u, u, u], u],
    [[p, p, u], p],
    [[u, n, n], n],
    [[p, p, n], p],
    [[p, u, u], u],
    [[p, n, u], 'mixed'],
    [[p, n], 'mixed'],
    [[p, u], 'mixed'],
    [[p, p], p],
    [[n], n],
    [[p, null, p], p],
    [[null, n], n],
    [[null, null], null],
    [[], null],
  ])('whose indicators are %j is %s, in the report and in the annex', (movements, expected) => {
    const indicators = movements.flatMap((movement, index) =>
      rowsOf(`2.${index + 1}`, '50', movement === null ? '..' : baselines[movement]),
    );
    const { goals, annex } = annexReportOf({ indicators }, country);
    expect([goals.goals[1]?.movement, annex?.goals[1]?.movement]).toEqual([expected, expected]);
  });
});
