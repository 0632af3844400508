import { describe, expect, it } from 'vitest';
import type { Dataset, Problem } from '../../src/dataset/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';
import { indikatorer, load, noegletal } from './support/memory-files.ts';

const indicators = (...rows: string[]): Promise<Dataset> => load({ 'indikatorer.csv': indikatorer(...rows) });
const keyFigures = (...rows: string[]): Promise<Dataset> => load({ 'noegletal.csv': noegletal(...rows) });
const lines = (problems: readonly Problem[]): number[] => problems.map(({ place }) => place.line);

describe('wrong rows', () => {
  it('concern exactly the cell that they were meant for', async () => {
    const dataset = await indicators('161;1.1;2024;x;officiel', '161;1.1;2012;5;officiel', '101;1.1;2024;5;officiel');
    expect(lines(dataset.indicatorFaults('161', '1.1', 2024))).toEqual([2]);
    expect(dataset.indicatorFaults('161', '1.1', 2012)).toEqual([]);
    expect(dataset.indicatorFaults('161', '1.2', 2024)).toEqual([]);
    expect(dataset.indicatorFaults('101', '1.1', 2024)).toEqual([]);
    expect(dataset.indicatorFaults('492', '1.1', 2024)).toEqual([]);
  });

  it('with a part that cannot be read concern every cell without a figure that fits the rest', async () => {
    const dataset = await indicators('999;1.1;2024;5;officiel', '161;;2024;5;officiel', '101;1.1;2024;5;officiel');
    expect(lines(dataset.indicatorFaults('161', '1.1', 2024))).toEqual([2, 3]);
    expect(lines(dataset.indicatorFaults('492', '1.1', 2024))).toEqual([2]);
    expect(dataset.indicatorFaults('492', '1.1', 2012)).toEqual([]);
    expect(dataset.indicatorFaults('101', '1.1', 2024)).toEqual([]);
    expect(lines(dataset.indicatorFaults('161', '2.1', 2024))).toEqual([3]);
  });

  it('with an unknown series concern only cells without a row, of the series that its text may be a slip of', async () => {
    const rows = ['161;1.11;2024;5;', '161;7.99;2024;5;', '161;1.2;2024;5;', '492;1.11;2024;5;', '492;1.1;2024;x;'];
    const dataset = await indicators(...rows, '101;1.11;2012;5;', '101;1.1;2012;5;', '101;1.1;2012;6;');
    expect(lines(dataset.indicatorFaults('161', '1.1', 2024))).toEqual([2]);
    expect(dataset.indicatorFaults('161', '1.2', 2024)).toEqual([]);
    expect(dataset.indicatorFaults('161', '2.1', 2024)).toEqual([]);
    expect(lines(dataset.indicatorFaults('492', '1.1', 2024))).toEqual([6]);
    expect(lines(dataset.indicatorFaults('101', '1.1', 2012))).toEqual([9]);
    expect(dataset.problems).toHaveLength(6);
  });

  it('with two characters changed over concern the series that they spell when they are right', async () => {
    const dataset = await keyFigures('161;31;2024;5;', '161;99;2024;5;');
    const of = (id: string): number[] => lines(dataset.keyFigureFaults('161', id, periodOf('2024')));
    expect(of('13')).toEqual([2]);
    expect(of('14')).toEqual([]);
  });

  it('of a series that nobody knows never move the newest year or period, and so stop no report by it', async () => {
    const dataset = await indicators('161;1.1;2022;5;', '161;1.11;2024;5;', '161;;2024;5;');
    expect(dataset.newestYearFaults(['1.1'])).toEqual([]);
    expect((await keyFigures('161;13;2024;5;', '161;19;2025;5;')).newestPeriodFaults('13')).toEqual([]);
  });

  it('with too many fields keep the parts that can be read', async () => {
    const dataset = await indicators('161;1.1;2024;10;5;officiel');
    expect(lines(dataset.indicatorFaults('161', '1.1', 2024))).toEqual([2]);
    expect(dataset.indicatorFaults('101', '1.1', 2024)).toEqual([]);
  });

  it('make a figure of the same cell doubtful, before and after it', async () => {
    const dataset = await indicators(
      '161;1.1;2024;5;officiel',
      '161;1.1;2024;x;officiel',
      '101;1.1;2024;y;officiel',
      '101;1.1;2024;6;officiel',
    );
    expect(dataset.indicator('161', '1.1', 2024)).toBeUndefined();
    expect(lines(dataset.indicatorFaults('161', '1.1', 2024))).toEqual([3]);
    expect(lines(dataset.indicatorFaults('101', '1.1', 2024))).toEqual([4]);
  });

  it('that stand twice with different values are used by nobody', async () => {
    const dataset = await indicators('161;1.1;2024;5;officiel', '161;1.1;2024;6;officiel', '161;1.1;2024;5;officiel');
    expect(dataset.indicator('161', '1.1', 2024)).toBeUndefined();
    expect(dataset.problems.map(({ rule, place }) => [rule.id, place.line])).toEqual([
      ['dublet', 3],
      ['gentagelse', 4],
    ]);
    expect(dataset.problems[0]?.message).toContain('indikatorer.csv:2:14');
  });

  it('newer than all right ones could have moved the newest year', async () => {
    const dataset = await indicators(
      '161;1.1;2022;5;officiel',
      '999;1.1;2024;5;officiel',
      '161;1.2;2025;x;officiel',
      '999;1.1;2023;..;officiel',
      '999;1.1;2021;5;officiel',
    );
    expect(dataset.newestYear(['1.1', '1.2'])).toBe(2022);
    expect(lines(dataset.newestYearFaults(['1.1', '1.2']))).toEqual([3, 4]);
    expect(lines(dataset.newestYearFaults(['1.1', '1.2'], 2024))).toEqual([3]);
    expect(dataset.newestYearFaults(['2.1'])).toEqual([]);
  });

  it('whose year is written in another way are of that year', async () => {
    for (const text of ['24', '2024*', '2024 (foreløbig)']) {
      const dataset = await indicators('161;1.1;2022;5;', `101;1.1;${text};5;`);
      expect(dataset.problems[0]?.remedy).toContain('Mente du "2024"?');
      expect(lines(dataset.newestYearFaults(['1.1']))).toEqual([3]);
    }
  });

  it('whose times nobody can read stop all reports when they are half as many as the newest figures', async () => {
    const three = ['161', '101', '492'].map((code) => `${code};1.1;2022;5;`);
    expect(lines((await indicators(...three, '161;1.1;i år;5;')).newestYearFaults(['1.1']))).toEqual([]);
    const two = ['161;1.1;i år;5;', '101;1.1;i år;5;'];
    expect(lines((await indicators(...three, ...two)).newestYearFaults(['1.1']))).toEqual([5, 6]);
  });

  it('of key figures work alike', async () => {
    const dataset = await keyFigures('161;13;2025K1;5;', '161;13;2025K2;x;', '101;13;2025K2;..;', '000;13;2024;7;');
    expect(dataset.newestPeriod('13')?.code).toBe('2025K1');
    expect(lines(dataset.newestPeriodFaults('13'))).toEqual([3]);
    expect(lines(dataset.keyFigureFaults('161', '13', periodOf('2025Q2')))).toEqual([3]);
    expect(dataset.keyFigureFaults('101', '13', periodOf('2025K2'))).toEqual([]);
    expect(dataset.keyFigure('161', '13', periodOf('2025Q1'))?.text).toBe('5');
  });
});

describe('newestYear', () => {
  it('counts numbers only, and answers each question by itself, though it remembers', async () => {
    const dataset = await indicators('161;1.1;2020;-;', '161;1.2;2022;5;', '161;1.1;2024;x;', '101;1.1;2023;..;');
    for (let again = 0; again < 2; again++) {
      expect(dataset.newestYear(['1.1'])).toBe(2020);
      expect(dataset.newestYear(['1.1', '1.2'])).toBe(2022);
      expect(dataset.newestYear(['1.1', '1.2'], 2021)).toBe(2020);
      expect(dataset.newestYear(['1.1'], 2019)).toBeUndefined();
      expect(lines(dataset.newestYearFaults(['1.1']))).toEqual([4]);
      expect(dataset.newestYearFaults(['1.1'], 2023)).toEqual([]);
    }
  });
});
