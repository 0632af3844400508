import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopsEverything } from '../../src/dataset/index.ts';
import { all, everyone, everyonesRow, found, local, messages, problemsOf, type Row } from './support/checked.ts';

/** The messages that stop all reports, of a dataset in which the table of indicators has only these rows. */
async function foundStopping(rule: string, ...indicators: Row[]): Promise<string[]> {
  const problems = await problemsOf({ base: { ...everyonesRow, indicators } });
  const stopping = problems.filter(stopsEverything);
  return messages(stopping, rule);
}

describe('a table', () => {
  it('in which nobody has a number is refused', async () => {
    expect(await foundStopping('tabel-uden-tal', ...all('1.1', [2012, 2024], '..'))).toEqual([
      'Ingen række i indikatorer har et tal, så halvdelen af hver rapport ville blive tom.',
    ]);
  });
});

describe('a baseline year', () => {
  const lacking = (...ids: string[]): Row[] => ids.flatMap((id) => all(id, [2023, 2024], 9));

  it('that nobody has a row for is told of the indicators together', async () => {
    const indicators = [...lacking('1.1', '1.2'), ...all('2.1', [2012], '..'), ...lacking('2.1')];
    const problems = await problemsOf({ indicators });
    expect(messages(problems, 'basisaar-uden-tal')).toEqual([
      'Der er ingen række for basisåret 2012 for indikator 1.1 og 1.2, så udviklingen bliver tom i alle rapporter.',
    ]);
    expect(problems.map(({ severity }) => severity)).not.toContain('error');
  });

  it('of no indicator at all stops all reports', async () => {
    const told = (...rows: Row[]) => foundStopping('basisaar-uden-tal', ...rows);
    expect(await told(...lacking('1.1', '1.2', '8.1'))).toHaveLength(2);
    expect(await told(...lacking('1.1', '1.2', '8.1'), ...all('8.1', [2018], '..'))).toEqual([]);
    expect(await told(...lacking('1.1', '1.2'))).toEqual([]);
  });
});

describe('a baseline year that is blank', () => {
  const told = (then: string | number, have: number) => {
    const values = local.map((code, i): Row => [code, '9.1', 2012, i < have ? 50 : then]);
    return found('basisaar-faa-tal', { indicators: [...values, ...all('9.1', [2023], 50, local)] });
  };

  it('is told when more than one in seven, and ten, lack a number that they have at the newest time', async () => {
    expect(await told('..', 84)).toEqual([]);
    expect(await told('..', 83)).toEqual([expect.stringContaining('kun 83 kommuner har et tal for basisåret 2012')]);
    expect(await told('..', 0)).toEqual([
      'Indikator 9.1: ingen kommune har et tal for basisåret 2012, men 98 har for 2023. Udviklingen bliver tom for alle kommuner.',
    ]);
  });

  it('is told of the country in one indicator, and of a municipality in most of eight or more', async () => {
    const ids = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1', '3.3', '7.1'];
    const rows = (blank: readonly string[], code: string) =>
      ids.flatMap((id) => [
        ...all(
          id,
          [2012],
          50,
          everyone.filter((one) => one !== code),
        ),
        ...all(id, [2012], blank.includes(id) ? '..' : 50, [code]),
        ...all(id, [2024], 50),
      ]);
    const found8 = (count: number, code: string) =>
      found('basisaar-faa-tal', { indicators: rows(ids.slice(0, count), code) });
    expect(await found8(1, '000')).toEqual([
      'Hele landet har ikke et tal for basisåret for indikator 1.1. Udviklingen bliver tom.',
    ]);
    expect(await found8(6, '751')).toEqual([]);
    expect(await found8(7, '751')).toEqual([expect.stringMatching(/^Aarhus har ikke et tal for basisåret for indik/)]);
  });

  it('is not told where nobody has a row, which is told already', async () => {
    const given = { indicators: all('9.1', [2022, 2023], 50) };
    expect(await found('basisaar-faa-tal', given)).toEqual([]);
    expect(await found('basisaar-uden-tal', given)).toHaveLength(1);
  });
});

describe('a baseline year that is not before the year that is shown', () => {
  const told = (years: readonly number[], json?: object) =>
    found('basisaar-ikke-foer', { indicators: all('9.1', years, 50), ...(json && { json }) });

  it('is told', async () => {
    expect(await told([2012, 2013])).toEqual([]);
    expect(await told([2012])).toEqual([
      'Indikator 9.1 vises for 2012, som også er basisåret, så udviklingen bliver 0 i alle rapporter.',
    ]);
    expect(await told([2011, 2012, 2013], { statusaar: { 9: 2011 } })).toEqual([
      'Indikator 9.1 vises for 2011, men basisåret er 2012, så udviklingen går baglæns.',
    ]);
  });

  it('is another problem where it has no row', async () => {
    expect(await told([2011])).toEqual([]);
    expect(await found('basisaar-uden-tal', { indicators: all('9.1', [2011], 50) })).toHaveLength(1);
  });

  it('may be right, as in the first year of an indicator, and is not told of a few municipalities', async () => {
    expect(await told([2012], { accepter: { 'basisaar-ikke-foer': { '9.1': '2012' } } })).toEqual([]);
    const few = all('9.1', [2012], 50, ['000', '161']);
    expect(await found('basisaar-ikke-foer', { base: { indicators: [], keyFigures: [] }, indicators: few })).toEqual(
      [],
    );
  });
});

describe('a status year', () => {
  const rows = (count: number): Row[] => [...all('9.1', [2023], 3), ...all('9.1', [2024], 3, everyone.slice(0, count))];

  it('is refused exactly below half, whoever has the rows', async () => {
    const subset = fc.uniqueArray(fc.constantFrom(...everyone), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(subset, subset, async (before, now) => {
        const indicators = [...all('9.1', [2023], 3, before), ...all('9.1', [2024], 3, now)];
        const problems = await found('statusaar-faa-tal', { indicators });
        expect(problems).toHaveLength(now.length * 2 < before.length ? 1 : 0);
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it('is compared with all rows of the year before, also those of subjects that cannot be read', async () => {
    const unread = (count: number): Row[] => Array.from({ length: count }, (_, at): Row => [`x${at}`, '9.1', 2023, 3]);
    const told = (count: number) => found('statusaar-faa-tal', { indicators: [...rows(50), ...unread(count)] });
    expect(await told(1)).toEqual([]);
    expect(await told(2)).toHaveLength(1);
  });

  it('is not refused for symbols, which are rows, but they are told', async () => {
    const symbols = all('9.1', [2024], '..', everyone.slice(1));
    const problems = await problemsOf({ indicators: [...rows(1), ...symbols] });
    expect(problems.map(({ severity }) => severity)).not.toContain('error');
    expect(messages(problems, 'statusaar-faa-tal')).toEqual([
      'Indikator 9.1 vises for 2024, men kun 1 af 99 områder har et tal for 2024 (2023: 99). De andre rækker er uden tal.',
    ]);
  });

  it('says rows where numbers would not show it', async () => {
    const before = [...all('9.1', [2023], 3, everyone.slice(0, 60)), ...all('9.1', [2023], '..', everyone.slice(60))];
    expect(
      await found('statusaar-faa-tal', { indicators: [...before, ...all('9.1', [2024], 3, everyone.slice(0, 40))] }),
    ).toEqual([
      'Statusåret for målsætning 9 ville blive 2024, men kun 40 af 99 områder har en række for 2024 (2023: 99).',
    ]);
  });

  it('is compared with the newest year that is not thin itself', async () => {
    const indicators = [...rows(1), ...all('9.1', [2025], 3, ['161'])];
    expect(await found('statusaar-faa-tal', { indicators })).toEqual([
      'Statusåret for målsætning 9 ville blive 2025, men kun 1 af 99 områder har et tal for 2025 (2023: 99).',
    ]);
  });

  it('of several goals with one cause is told once, with a line that keeps what is set', async () => {
    const indicators = ['1.1', '9.1'].flatMap((id) => [...all(id, [2023], 9), ...all(id, [2024], 9, ['000'])]);
    const problems = await problemsOf({ indicators, json: { statusaar: { '7': 2024 } } });
    expect(messages(problems, 'statusaar-faa-tal')).toEqual([
      'Statusåret for målsætning 1 og 9 ville blive 2024, men højst 1 af 99 områder har et tal for 2024 (2023: mindst 99).',
    ]);
    expect(problems[0]?.remedy).toContain('"statusaar": {"1": 2023, "7": 2024, "9": 2023}');
  });

  it('that the owner sets is taken, if anybody has a number in it', async () => {
    const set = (year: number) =>
      problemsOf({ indicators: [...rows(1), ...all('9.1', [2012], 3)], json: { statusaar: { '9': year } } });
    expect(await set(2023)).toEqual([]);
    expect((await set(2024)).map(({ severity }) => severity)).toEqual(['warning']);
    expect(messages(await set(2022), 'statusaar-uden-tal')).toHaveLength(1);
  });

  it('may leave no indicator of its goal to one subject', async () => {
    const indicators = [...all('1.1', [2024, 2025], 9), ...all('1.2', [2024], 60), ...all('1.2', [2025], 60, ['161'])];
    expect(await found('statusaar-faa-tal', { indicators })).toEqual([
      'Indikator 1.2 ville blive vist for 2025, men kun 1 af 99 områder har et tal for 2025 (2024: 99).',
    ]);
  });

  it('may come from the country alone where only the country is measured', async () => {
    expect(await found('statusaar-faa-tal', { indicators: all('4.1', [2023, 2024], 40, ['000']) })).toEqual([]);
  });
});

describe('the period of a key figure', () => {
  const rows = (count: number): Row[] => [
    ...all('1', ['2025-11-30'], 9, local),
    ...all('1', ['2025-12-31'], 9, local.slice(0, count)),
    ...all('1', ['2025-11-30', '2025-12-31'], 900, ['000']),
  ];

  it('is refused when fewer than half as many have a row as for the one before', async () => {
    expect(await found('periode-faa-tal', { keyFigures: rows(48) })).toEqual([
      'Perioden for nøgletal 1 ville blive 31. december 2025, men kun 49 af 99 områder har et tal for 31. december 2025 (30. november 2025: 99).',
    ]);
    expect(await found('periode-faa-tal', { keyFigures: rows(49) })).toEqual([]);
  });

  it('may be set to one that has numbers', async () => {
    const set = (code: string) => problemsOf({ keyFigures: rows(1), json: { perioder: { '1': code } } });
    expect(await set('2025-11-30')).toEqual([]);
    expect(messages(await set('2025-10-31'), 'periode-uden-tal')).toHaveLength(1);
  });
});

describe('subjects without rows', () => {
  const told = async (indicators: readonly string[], keyFigures = indicators) => {
    const base = { indicators: all('7.2', [2024], 50, indicators), keyFigures: all('13', ['2024'], 50, keyFigures) };
    return (await problemsOf({ base }))
      .filter(({ rule }) => rule.id === 'kommune-uden-raekker')
      .map(({ severity, message }) => `${severity}: ${message}`);
  };

  it('are errors from half of the municipalities on, and left out on purpose below', async () => {
    expect(await told(everyone.slice(0, 50))).toEqual([
      expect.stringMatching(/^error: 49 kommuner har ingen rækker: .* og 39 andre\.$/),
    ]);
    expect(await told(everyone.slice(0, 49))).toEqual(['info: Datasættet har kun rækker for 48 af 98 kommuner.']);
    expect(await told(everyone)).toEqual([]);
    expect(await told([])).toEqual([expect.stringMatching(/^error: Hele landet og 98 kommuner har ingen rækker/)]);
  });

  it('in one of the tables are errors, in a dataset of a few too', async () => {
    const withoutLæsø = everyone.filter((code) => code !== '825');
    expect(await told(everyone, withoutLæsø)).toEqual(['error: Læsø har rækker i indikatorer, men ingen i noegletal.']);
    expect(await told(['000', '161'], ['000', '161', '101'])).toContain(
      'error: København har rækker i noegletal, men ingen i indikatorer.',
    );
  });
});

describe('a missing row', () => {
  const without = (count: number): Row[] =>
    all('9.1', [2012, 2023], 3).filter(([code, , time]) => time !== 2012 || everyone.indexOf(code) >= count);

  it('of the status or baseline is told where nine in ten have one', async () => {
    expect(await found('manglende-raekke', { indicators: without(9) })).toEqual([
      expect.stringMatching(
        /^Indikator 9\.1: Hele landet og 8 kommuner mangler en række for basisåret 2012: Hele landet, .* og \S+\.$/,
      ),
    ]);
  });

  it('of the baseline is told where the subject has a newest one, however many lack it', async () => {
    expect(await found('manglende-raekke', { indicators: without(10) })).toHaveLength(1);
    expect(await found('manglende-raekke', { indicators: without(49) })).toHaveLength(1);
  });

  it('of the status is told where the subject had one before, however many lack it', async () => {
    const indicators = [...all('9.1', [2022], 3), ...all('9.1', [2023], 3, everyone.slice(0, 60))];
    expect(await found('manglende-raekke', { indicators })).toHaveLength(1);
  });

  it('that a subject lacks in many series is told of the subject', async () => {
    const ids = ['1.1', '1.2', '2.1', '3.1', '7.1', '9.1'];
    const indicators = ids.flatMap((id) => all(id, [2012, 2024], 9).filter(([code]) => code !== '825'));
    expect(await found('manglende-raekke', { indicators })).toEqual([
      'Læsø mangler 12 rækker, som de fleste andre har: indikator 1.1, 1.2, 2.1, 3.1, 7.1 og 9.1.',
    ]);
  });
});

describe('a series that many municipalities have no row of', () => {
  const series = (of: readonly string[], times: readonly number[] = [2012, 2022, 2023]): Row[] =>
    all('9.1', times, 3, of);
  const told = (indicators: readonly Row[], json?: object) =>
    found('faa-kommuner', { indicators, ...(json && { json }) });

  it('is told once, with those that lack it, however few have it', async () => {
    expect(await told(series(['000', '163']))).toEqual([
      expect.stringMatching(
        /^Indikator 9\.1: kun 1 af de 98 kommuner i indikatorer har en række for statusåret 2023, så feltet bliver tomt for 97 kommuner: København, .* og 87 andre\.$/,
      ),
    ]);
    expect(await told(series(['000']))).toEqual([expect.stringContaining('ingen af de 98 kommuner i indikatorer')]);
    expect(await told(series(everyone.filter((code) => code <= '760')))).toEqual([
      expect.stringMatching(/kun \d+ af de 98 kommuner/),
    ]);
  });

  it('is told of key figures too, and not where nine in ten have a row, which symbols are', async () => {
    const few = local.slice(0, 50);
    expect(await found('faa-kommuner', { keyFigures: all('16', ['2023', '2024'], 7, few) })).toEqual([
      expect.stringMatching(/^Nøgletal 16: kun 50 af de 98 kommuner i noegletal har en række for 2024, /),
    ]);
    expect(await told(series(local.slice(0, 88)))).toHaveLength(1);
    expect(await told(series(local.slice(0, 89)))).toEqual([]);
    const symbols = local.slice(50).flatMap((code): Row[] => [[code, '9.1', 2023, '..']]);
    expect(await told([...series(few), ...symbols])).toEqual([]);
  });

  it('is none that is measured for the whole country, and none of a few municipalities', async () => {
    expect(await told(all('4.1', [2012, 2024], 40, ['000', '161']))).toEqual([]);
    const base = { ...everyonesRow, indicators: all('7.2', [2012, 2024], 50, everyone.slice(0, 10)) };
    expect(await found('faa-kommuner', { base, indicators: series(['000', '161']) })).toEqual([]);
  });

  it('is told alone: neither row by row nor where the time is thin', async () => {
    const rules = async (...indicators: Row[]) => (await problemsOf({ indicators })).map(({ rule }) => rule.id);
    expect(await rules(...series(everyone.slice(0, 60)), ...series(everyone.slice(60, 70), [2012, 2022]))).toEqual([
      'faa-kommuner',
    ]);
    expect(await rules(...series(everyone, [2012, 2022]), ...series(everyone.slice(0, 60), [2023]))).not.toContain(
      'faa-kommuner',
    );
    const thin = [...series(everyone.slice(0, 60), [2012, 2022]), ...series(everyone.slice(0, 20), [2023])];
    expect(await rules(...thin)).toEqual(['statusaar-faa-tal']);
  });

  it('can be accepted for that time', async () => {
    const indicators = series(['000', '163']);
    expect(await told(indicators, { accepter: { 'faa-kommuner': { '9.1': '2023' } } })).toEqual([]);
    expect(await told(indicators, { accepter: { 'faa-kommuner': { '9.1': '2022' } } })).toHaveLength(1);
  });
});

describe('rows of a newer time without a number', () => {
  const blank = (count: number, text: string): Row[] => all('9.1', [2023], text, local.slice(0, count));
  const rows = (count: number, text = '..'): Row[] => [...all('9.1', [2012, 2022], 50), ...blank(count, text)];

  it('are told from ten on, with the time that is shown instead', async () => {
    expect(await found('nyeste-uden-tal', { indicators: rows(9) })).toEqual([]);
    const said = 'Indikator 9.1: alle rækker for 2023 er uden tal, så rapporterne viser 2022.';
    expect(await found('nyeste-uden-tal', { indicators: rows(10) })).toEqual([said]);
    expect(await found('nyeste-uden-tal', { indicators: rows(10, '') })).toEqual([said]);
  });

  it('are not told where anybody has a number, which makes the time the newest', async () => {
    expect(await found('nyeste-uden-tal', { indicators: [...rows(98), ['000', '9.1', 2023, 50]] })).toEqual([]);
  });

  it('of key figures are told together by their times', async () => {
    const of = (id: string): Row[] => [...all(id, ['2025M01'], 7), ...all(id, ['2025M02'], '..')];
    const keyFigures = [...of('5'), ...of('6'), ...all('10', ['2024M12'], 7), ...all('10', ['2025M02'], '..')];
    expect(await found('nyeste-uden-tal', { keyFigures })).toEqual([
      'Nøgletal 5 og 6: alle rækker for februar 2025 er uden tal, så rapporterne viser januar 2025.',
      'Nøgletal 10: alle rækker for februar 2025 er uden tal, så rapporterne viser december 2024.',
    ]);
  });
});
