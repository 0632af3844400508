import { describe, expect, it } from 'vitest';
import { inspectDataset, problemLine } from '../../src/dataset/index.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { exportErrors, long, wide } from './support/export.ts';
import { datasaet, indikatorer, isError, load, memoryFiles, noegletal, problemsOf } from './support/memory-files.ts';

const head = 'OMRÅDE;TID;INDHOLD\n';

/** The errors of a row in indikatorer.csv. */
async function errorsOf(row: string): Promise<string> {
  const problems = await problemsOf({ 'indikatorer.csv': indikatorer(row) }, { of: wholeCatalogue });
  return problems.filter(isError).map(problemLine).join('\n');
}

describe('an unknown area', () => {
  it('is guessed by its name only: the code next to it is another municipality', async () => {
    const said = await errorsOf('443;1.1;2024;5;officiel');
    expect(said).not.toContain('Kerteminde');
    expect(said).toContain('Koden kan være fra før kommunalreformen i 2007.');
    expect(await errorsOf('442;1.1;2024;5;officiel')).not.toContain('Mente du');
    expect(await errorsOf('Glostrp;1.1;2024;5;officiel')).toContain('Mente du 161 Glostrup?');
    expect(await errorsOf('Københavns Kommune;1.1;2024;5;officiel')).toContain('Mente du 101 København?');
    expect(await errorsOf('0;1.1;2024;5;officiel')).toContain('Mente du 000 Hele landet?');
  });

  it('is called doubly encoded when it is', async () => {
    const name = Buffer.from('Brøndby').toString('latin1');
    const [said, ...others] = await exportErrors('a.csv', `${head}${name};2024;5\n101;2024;5\n`, long);
    expect(said).toContain(`"${name}" er "Brøndby", som er gemt i et forkert tegnsæt.`);
    expect(others).toEqual([]);
  });

  it('is told once, however many figures its row has', async () => {
    const times = Array.from({ length: 13 }, (_, i) => String(2010 + i));
    const row = (name: string): string => [name, ...times.map(() => '5')].join(';');
    const said = await exportErrors('a.csv', `;${times.join(';')}\n${row('161')}\n${row('I alt')}\n`, wide);
    expect(said).toEqual([
      'a.csv:3:1: fejl: "I alt" er ikke en kommune (13 tal). Slet rækken, hvis den er en sum. Er den hele landets tal, så skriv 000 eller Hele landet.',
    ]);
  });
});

describe('an unknown series', () => {
  it('may be of another template', async () => {
    const problems = await problemsOf({ 'noegletal.csv': noegletal('161;19;2024;5;') }, { of: wholeCatalogue });
    expect(problems.map(problemLine).join()).toContain(
      'Er nummeret fra en anden skabelon, så angiv den med --skabelon.',
    );
  });
});

describe('a negative percentage', () => {
  it('may be of a series that was swapped with another', async () => {
    expect(await errorsOf('161;1.2;2024;-5;officiel')).toContain('Er to serier byttet om?');
  });
});

describe('a head that is repeated', () => {
  it('is passed over, and says that files were joined', async () => {
    const statbank = [{ fil: 'a.csv', ...long }];
    const files = { 'datasaet.json': datasaet({ statbank }), 'a.csv': `${head}161;2023;5\n${head}161;2024;6\n` };
    const { problems, ...dataset } = await load(files, { of: wholeCatalogue });
    expect(dataset.indicator('161', '1.2', 2024)?.value).toBe('6');
    expect(problems.filter(({ rule }) => rule.id === 'gentaget-hoved').map(({ place }) => place.line)).toEqual([3]);
    expect(problems.filter(isError)).toEqual([]);
  });
});

describe('a head in another order', () => {
  it('stops everything: the rows below would be passed over, as of other areas and series', async () => {
    const statbank = [{ fil: 'a.csv', ...long }];
    const other = head.trim().split(';').reverse().join(';');
    const files = { 'datasaet.json': datasaet({ statbank }), 'a.csv': `${head}161;2023;5\n${other}\n6;2024;161\n` };
    const problems = await problemsOf(files);
    expect(problems.filter(isError).map(({ rule, place }) => [rule.id, rule.stops, place.line])).toEqual([
      ['andet-hoved', 'everything', 3],
    ]);
  });
});

describe('a series that stands in two files', () => {
  const rows = Array.from({ length: 20 }, (_, i) => 2001 + i);
  const files = (more: object) => ({
    'datasaet.json': datasaet({ statbank: [{ fil: 'a.csv', ...long, ...more }] }),
    'indikatorer.csv': indikatorer('161;1.1;2024;5;', ...rows.map((year) => `161;1.2;${year};1;`)),
    'a.csv': head + rows.map((year) => `161;${year};2\n`).join(''),
  });

  it('is told once, and that the export may replace it', async () => {
    const problems = await problemsOf(files({}), { of: wholeCatalogue });
    expect(problems.filter(isError).map(problemLine)).toEqual([
      'a.csv:2:10: fejl: Indikator 1.2 står både i indikatorer.csv og a.csv, og 20 tal er forskellige. Ingen af dem bruges. Slet serien i den ene fil. Skal a.csv erstatte serien i indikatorer.csv, så skriv "erstatter": true ved a.csv i datasaet.json.',
    ]);
  });

  it('is told when what replaces it has far fewer areas, or lacks the newest time', async () => {
    const own = ['000', '161', '163'].flatMap((code) => [2012, 2023, 2024].map((year) => `${code};1.2;${year};7;`));
    const told = async (exported: string, more: readonly string[] = own) => {
      const tables = { 'indikatorer.csv': indikatorer('161;1.1;2024;5;', ...more), 'a.csv': head + exported };
      const given = memoryFiles({ ...files({ erstatter: true }), ...tables });
      const { problems } = await inspectDataset('data', wholeCatalogue, given);
      return problems.filter(({ rule }) => rule.id === 'erstattet-af-mindre').map(({ message }) => message);
    };
    const rows = (codes: readonly string[], years: readonly number[]): string =>
      codes.flatMap((code) => years.map((year) => `${code};${year};2\n`)).join('');
    expect(await told(rows(['161'], [2012, 2024]))).toEqual([
      'Indikator 1.2: a.csv har kun rækker for 1 område; de rækker i indikatorer, som den erstatter, er for 3.',
    ]);
    expect(await told(rows(['000', '161', '163'], [2012, 2023]))).toEqual([
      'Indikator 1.2: a.csv har ingen rækker efter 2023; de rækker i indikatorer, som den erstatter, går til 2024.',
    ]);
    expect(await told(rows(['000', '161'], [2024, 2025]))).toEqual([]);
    expect(await told(rows(['161'], [2012]), [])).toEqual([]);
  });

  it('is taken from the export alone when that replaces it', async () => {
    const { problems, ...dataset } = await load(files({ erstatter: true }), { of: wholeCatalogue });
    expect([dataset.indicator('161', '1.2', 2020)?.value, dataset.indicator('161', '1.1', 2024)?.value]).toEqual([
      '2',
      '5',
    ]);
    expect(problems.filter(isError)).toEqual([]);
    expect(problems.map(problemLine).join()).toContain(
      '20 rækker er sprunget over, fordi en fil i "statbank" erstatter',
    );
  });
});

describe('rows that contradict each other', () => {
  it('are told to be hidden where one is', async () => {
    const row = (line: number, value: string, more = ''): string =>
      rowXml(line, [textCell('161'), textCell('2024'), numberCell(value)]).replace('<row ', `<row ${more}`);
    const rows = `${rowXml(1, ['OMRÅDE', 'TID', 'INDHOLD'].map(textCell))}${row(2, '5', 'hidden="1" ')}${row(3, '6')}`;
    const [said] = await exportErrors('a.xlsx', workbook([{ name: 'Ark1', rows }]), long);
    expect(said).toContain('Række 2 er skjult i Excel. Skriv "skjulte": "uden" i datasaet.json');
  });
});

describe('a table that is missing', () => {
  it('hides nothing of the other', async () => {
    const rows = ['161;1.2;2023;74;', '161;1.2;2024;7,4;'];
    const problems = await problemsOf({ 'indikatorer.csv': indikatorer(...rows), 'noegletal.csv': null });
    expect(problems.map(({ rule }) => rule.id)).toEqual(expect.arrayContaining(['mangler-fil', 'stort-spring']));
    expect(problems.filter(({ place }) => place.file === 'noegletal.csv')).toHaveLength(1);
  });
});
