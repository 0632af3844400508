import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { municipalities } from '../../src/municipalities/index.ts';
import { codedDataset } from '../batch/support/coded-dataset.ts';
import { datasetWith } from '../helpers/changed-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';

describe('a wrong command line', () => {
  it.each([
    [['valider', 'd'], 'valider kan ikke bruge "d". Er det datasættets mappe, så skriv --data d.'],
    [['kommuner', 'Glostrup'], 'kommuner kan ikke bruge "Glostrup". Kommunens rapport laves med'],
    [['udtraek', 'a.pdf', 'b.pdf'], 'udtraek kan ikke bruge "b.pdf". Se barometer-report udtraek --help.'],
    [
      ['valider', '--kommune', 'X'],
      '--kommune hører til barometer-report, barometer-report tabel, barometer-report forklar og barometer-report sammenlign, ikke til',
    ],
    [['--med', 'x'], '--med hører til barometer-report sammenlign, ikke til barometer-report.'],
    [['valider', '--fomat', 'json'], 'Mente du --format? Se barometer-report valider --help.'],
    [['--data', 'd', 'valider'], 'Skriv --data efter valider, ikke foran.'],
    [['--alle=3'], 'Tilvalget --alle kan ikke have en værdi. Skriv kun --alle.'],
    [['--xyz'], 'Tilvalget --xyz findes ikke. Se barometer-report --help.'],
    [['--kommune'], 'Der mangler <navn> efter --kommune.'],
    [['--kommune', '--alle'], '"--alle" er et valg. Skriv kommunens navn efter --kommune.'],
    [
      ['forklar'],
      'Der mangler <tal>: indikator ("1.1"), nøgletal ("noegletal 13") eller sætning i bilaget ("kort fortalt 2").',
    ],
    [['forklar'], 'Eksempel: barometer-report forklar --kommune Glostrup 1.1\n'],
    [['udtraek'], 'Der mangler <fil.pdf>: en rapport, som dette program har lavet.'],
    [
      ['sammenlign'],
      'Der mangler --med <sti>: forrige udgaves datasæt, en rapport (pdf eller json) eller en mappe med rapporter.',
    ],
    [['valider', '--format', 'xml'], '--format kan ikke være "xml". Vælg mellem tekst og json.'],
    [['validr'], 'Mente du barometer-report valider?'],
    [['alle'], 'Mente du --alle?'],
    [['Glostrop'], 'Mente du --kommune Glostrup?'],
    [['--kommune', 'Høje', 'Taastrup'], 'Mente du --kommune Høje-Taastrup?'],
    [['--region', 'Region', 'Sjælland'], 'Mente du --region "Region Sjælland"?'],
    [['qqqqq'], '"qqqqq" er hverken et tilvalg eller en kommando. Se barometer-report --help.'],
    [['--kommune', 'Xyzxyz'], 'hedder "Xyzxyz". Alle navne: barometer-report kommuner'],
    [['--kommune', 'Glostrop'], 'Mente du Glostrup? Alle navne: barometer-report kommuner'],
    [['--kommune', 'Skjern'], 'Mente du Ringkøbing-Skjern?'],
    [['--region', 'Sjælnd'], 'Mente du Region Sjælland?'],
    [['--region', 'Mars'], 'Mente du Region Hovedstaden, Region Sjælland, Region Syddanmark, Region Midtjylland eller'],
    [['forklar', '-k', 'Glostrup', '99'], 'Rapporten har ikke noget tal, der hedder "99". Skriv en indikator'],
    [['--komune', 'Glostrup'], 'Mente du --kommune?'],
    [['--kommune', 'Hele landet'], '--hele-landet'],
    [['--kommune', ''], 'Efter --kommune står der ingenting. Skriv --kommune <navn>. Se barometer-report --help.'],
    [['--kommune', 'Glostrup', '--kommune='], 'Efter --kommune står der ingenting.'],
    [['--kommune', ' '], 'Kommunens navn er tomt.'],
    [['tilpas', ''], 'Der står ingenting i stedet for <fil>. Se barometer-report tilpas --help.'],
    [['--alle', '-d', ''], 'Efter --data står der ingenting. Skriv --data <mappe>.'],
    [['sammenlign', '--med', ''], 'Efter --med står der ingenting. Skriv --med <sti>. Se barometer-report sammenlign'],
    [['--kommune', '411'], 'koden 411'],
    [['glostrup'], 'laves med barometer-report --kommune Glostrup.'],
    [['--region', 'Fyn'], 'Region Syddanmark'],
    [['forklar', '--kommune', 'Glostrup', '1.9'], '1.9'],
    [['forklar', '1.1'], '--hele-landet'],
    [['--kommune', 'Glostrup', '--dato', '2026-02-30'], '2026-02-30'],
    [['--kommune', 'Glostrup', '--format', 'docx'], 'pdf'],
    [['--alle', '--parallel', '2'], '--parallel findes ikke'],
    [['-j', '2'], '-j findes ikke'],
    [[], '--help'],
    [['--kommune', 'Glostrup', '--ud', 'a.txt'], '--ud a.txt ligner en fil'],
    [['--alle', '--ud', 'Rapporter.XLSX'], '--ud Rapporter.XLSX ligner en fil'],
    [['--alle', '--ud', 'x.pdf'], 'kan kun rumme én rapport'],
    [['--alle', '--ud', '-'], 'kan kun rumme én rapport'],
    [['--kommune', 'Glostrup', '--ud', 'x.json'], '--format json'],
    [['--kommune', 'Glostrup', '--ud', ''], 'Efter --ud står der ingenting.'],
  ])('%j is told what is meant', async (args, said) => {
    const { code, text, stderr } = await run(args);
    expect([code, text]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it.each([
    [['--log', 'json', '--xyz']],
    [['--kommune', '--log=json']],
    [['valider', '--log', 'json']],
    [['--log', 'json', '--kommune', 'Glostrup', '--ud', 'a.txt']],
  ])('%j is one line of JSON', async (args) => {
    const { stderr } = await run(args);
    expect(JSON.parse(stderr)).toMatchObject({ niveau: 'fejl', haendelse: 'fejl', kode: 2 });
  });
});

it.each([
  [['help'], ['--help']],
  [['hjælp'], ['--help']],
  [
    ['hjælp', 'valider'],
    ['valider', '--help'],
  ],
  [['version'], ['--version']],
])('the words %j mean %j', async (words, options) => {
  const outcome = await run(words);
  expect(outcome).toMatchObject({ code: 0, text: expect.stringMatching(/\S/) });
  expect(outcome).toEqual(await run(options));
});

describe('a run with many problems', () => {
  const linesOf = async (data: string): Promise<string[]> => {
    const { stderr } = await run(['--alle', '--data', data, '--ud', join(temporaryFolder(), 'ud'), '--stille']);
    return stderr.split('\n');
  };

  it('writes about 40 lines of them, and where to see the rest', async () => {
    const broken = new Set(municipalities.map(({ code }) => code));
    const lines = await linesOf(codedDataset(temporaryFolder(), { broken }));
    expect(lines.length).toBeGreaterThan(35);
    expect(lines.length).toBeLessThan(45);
    expect(lines.join('\n')).toMatch(/Alle fejl i data vises af barometer-report valider\.\n.*98 kunne ikke laves: /);
  });

  it('says a common cause once', async () => {
    const row = '000;1.1;2025;ti;eksempel';
    const lines = await linesOf(datasetWith('indikatorer.csv', (text) => `${text}${row}\n`));
    expect(lines.filter((line) => line.includes('"ti"'))).toHaveLength(1);
    expect(lines.join('\n')).toContain('98 kunne ikke laves: ');
  });
});
