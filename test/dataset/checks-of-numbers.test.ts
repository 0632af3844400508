import { describe, expect, it } from 'vitest';
import { all, everyone, found, local, type Row } from './support/checked.ts';

describe('fractions', () => {
  const rows = (count: number, value: string): Row[] => all('9.1', [2023], value, everyone.slice(0, count));

  it.each([
    [19, '0,5', 0],
    [20, '0,5', 1],
    [99, '1', 0],
    [99, '0', 0],
    [99, '1,01', 0],
  ])('%i numbers of %s: %i problems', async (count, value, problems) => {
    expect(await found('broeker', { indicators: rows(count, value) })).toHaveLength(problems);
  });

  it('of one year among others are told too', async () => {
    expect(await found('broeker', { indicators: [...all('9.1', [2022], 50), ...rows(99, '0,5')] })).toEqual([
      'Indikator 9.1, 2023: alle 99 tal ligger mellem -1 og 1, fx 0,5. Det er brøker, hvor der skal stå procent.',
    ]);
  });
});

describe('fractions of some municipalities', () => {
  const told = (small: string, others: string, count: number) =>
    found('broeker', {
      indicators: [
        ...all('1.2', [2023], small, local.slice(0, count)),
        ...all('1.2', [2023], others, [...local.slice(count), '000']),
      ],
    });

  it('are told from three on, where all others are far above', async () => {
    expect(await told('0,53', '60', 2)).toEqual([]);
    expect(await told('0,53', '60', 3)).toEqual([
      'Indikator 1.2: 3 kommuner har tal mellem 0 og 1 for 2023, fx 0,53, mens alle andre har mindst 60: København, Frederiksberg og Ballerup. Det er brøker, hvor der skal stå procent.',
    ]);
    expect(await told('0,53', '5', 3)).toEqual([]);
    expect(await told('0', '60', 3)).toEqual([]);
    expect(await told('1', '60', 3)).toEqual([]);
  });

  it('are told of all municipalities, where the country has a percentage', async () => {
    expect(await told('0,53', '60', 98)).toHaveLength(1);
  });
});

describe('a leap', () => {
  it.each<[series: string, values: Record<number, string | number>, isTold: boolean]>([
    ['1.2', { 2023: '20', 2024: '60' }, false],
    ['1.2', { 2023: '20', 2024: '60,1' }, true],
    ['1.2', { 2020: '20', 2024: '66' }, false],
    ['1.2', { 2020: '20', 2024: '66,1' }, true],
    ['1.2', { 2023: '16', 2024: '2' }, true],
    ['1.2', { 2023: '16', 2024: '2,1' }, false],
    ['1.2', { 2022: '16', 2024: '2' }, true],
    ['1.2', { 2021: '16', 2024: '2' }, false],
    ['1.2', { 2012: '10', 2024: '70' }, false],
    ['1.2', { 2012: '10', 2024: '70,1' }, true],
    ['1.2', { 2009: '10', 2024: '70,1' }, true],
    ['1.2', { 2008: '10', 2024: '70,1' }, false],
    ['1.2', { 2012: '90', 2018: '60', 2024: '29' }, true],
    ['1.2', { 2012: '90', 2018: '60', 2024: '30' }, false],
    ['1.1', { 2023: '-30', 2024: '11' }, true],
    ['8.1', { 2023: 25, 2024: 125 }, true],
    ['8.1', { 2023: 26, 2024: 125 }, false],
    ['8.1', { 2020: 100, 2024: 1999 }, false],
    ['8.1', { 2020: 100, 2024: 2000 }, true],
    ['8.1', { 2023: 1200, 2024: 0 }, true],
    ['1.2', { 2005: 1, 2024: 99 }, false],
  ])('of %s: %j is told: %s', async (series, values, isTold) => {
    const indicators = Object.entries(values).map(([year, value]): Row => ['161', series, year, value]);
    expect(await found('stort-spring', { indicators })).toHaveLength(isTold ? 1 : 0);
  });

  it('to a number and back is told once; of a key figure it is told from the period before', async () => {
    const indicators: Row[] = [
      ['161', '1.2', 2022, 70],
      ['161', '1.2', 2023, 7],
      ['161', '1.2', 2024, 71],
    ];
    const keyFigures: Row[] = [
      ['161', '1', '2025-11-30', 220],
      ['161', '1', '2025-12-31', 2270],
    ];
    expect(await found('stort-spring', { indicators, keyFigures })).toEqual([
      'Glostrup, indikator 1.2: fra 70 i 2022 til 7 i 2023.',
      'Glostrup, nøgletal 1: fra 220 (30. november 2025) til 2270 (31. december 2025).',
    ]);
  });

  it('of many subjects at the same time is told once', async () => {
    const five = local.slice(0, 5);
    const indicators = [...all('1.2', [2023], 70, five), ...all('1.2', [2024], 7, five)];
    expect(await found('stort-spring', { indicators })).toEqual([
      'Indikator 1.2: 5 områder har store spring, fx København fra 70 i 2023 til 7 i 2024.',
    ]);
  });
});

describe('an order of municipalities', () => {
  /** Everyone's percentage, in an order that depends on `mix`. */
  const mixed = (year: number, mix: number, more = 0): Row[] =>
    local.map((subject, i) => [subject, '1.2', year, String(20 + (((i + 1) * mix) % 97) / 4 + more).replace('.', ',')]);

  it('that is lost is told also where one other step is known, whose order is lost as well', async () => {
    const years = [mixed(2021, 5), mixed(2022, 29), mixed(2023, 29, 0.1), mixed(2024, 62)];
    expect(await found('anden-raekkefoelge', { indicators: years.flat() })).toEqual([
      expect.stringContaining('rækkefølge for 2024 ligner ikke den for 2023: korrelation 0,0'),
    ]);
  });
});

describe('nothing but zeros', () => {
  const told = (value: string, ofCountry: string | number, of = local) =>
    found('nul-for-intet', {
      keyFigures: [...all('10', ['2025M01', '2025M02'], value, of), ...all('10', ['2025M02'], ofCountry, ['000'])],
    });

  it.each(['0', '-'])('are told, written %s', async (text) => {
    expect(await told(text, text)).toEqual(['Nøgletal 10: alle 98 kommuner, der har et tal for februar 2025, har 0.']);
    expect(await told(text, '..', local.slice(0, 10))).toHaveLength(1);
    expect(await told(text, '..', local.slice(0, 9))).toEqual([]);
  });

  it('are told by the country where its number is another', async () => {
    expect(await told('0', 7)).toEqual([]);
  });
});

describe('the whole country', () => {
  it('lacks a number where most municipalities have one, unless it has a newer', async () => {
    const blank = (time: string) =>
      found('landet-uden-tal', {
        keyFigures: [...all('10', ['2025M02'], 7, local), ...all('10', [time], 7, ['000'])],
      });
    expect(await blank('2025M01')).toHaveLength(1);
    expect(await blank('2025M02')).toEqual([]);
    expect(await blank('2025M03')).toEqual([]);
  });

  it('lies between its municipalities, if half of them are given', async () => {
    const rows = (count: number): Row[] => [
      ...all('1.2', [2024], 60, local.slice(0, count)),
      ['000', '1.2', 2024, '59,9'],
    ];
    expect(await found('landet-uden-for', { indicators: rows(49) })).toEqual([
      'Indikator 1.2, 2024: hele landet har 59,9, men lavest af kommunerne er København med 60.',
    ]);
    expect(await found('landet-uden-for', { indicators: rows(48) })).toEqual([]);
  });

  it('has at least as many as the largest of them, and as all together', async () => {
    const rows = (country: number): Row[] => [
      ['000', '1', '2024', country],
      ['161', '1', '2024', 60],
      ['101', '1', '2024', 50],
    ];
    expect(await found('landet-uden-for', { keyFigures: rows(110) })).toEqual([]);
    expect(await found('landet-uden-for', { keyFigures: rows(109) })).toEqual([
      'Nøgletal 1, 2024: hele landet har 109, men 2 kommuner har tilsammen 110.',
    ]);
    expect(await found('landet-uden-for', { keyFigures: rows(59) })).toEqual([
      'Nøgletal 1, 2024: hele landet har 59, men Glostrup alene har 60.',
    ]);
  });
});
