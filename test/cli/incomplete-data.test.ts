import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { eventsIn, run, temporaryFolder } from '../helpers/command.ts';
import { tries } from '../helpers/tries.ts';

const shipped = (name: string): string => readFileSync(join('fixtures', 'juni-2026', name), 'utf8');
const [indicators, keyFigures] = [shipped('indikatorer.csv'), shipped('noegletal.csv')];
const info = JSON.parse(shipped('datasaet.json')) as object;

interface Given {
  readonly indicators?: string;
  readonly keyFigures?: string;
  readonly info?: object;
  readonly files?: Readonly<Record<string, string>>;
}

function dataset(given: Given): string {
  const folder = temporaryFolder();
  const files = {
    'indikatorer.csv': given.indicators ?? indicators,
    'noegletal.csv': given.keyFigures ?? keyFigures,
    'datasaet.json': JSON.stringify({ ...info, ...given.info }),
    ...given.files,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const half = (text: string): string => text.slice(0, text.lastIndexOf('\n', text.length / 2) + 1);
const withoutRows = (text: string, code: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(`${code};`))
    .join('\n');
const asFractions = (text: string, id: string): string =>
  text.replace(
    new RegExp(`^(\\d{3};${id};[^;]*);(\\d+)(?:,(\\d+))?\\*?;`, 'gm'),
    (_, row: string, whole: string, more = '') => {
      return `${row};0,${whole.padStart(2, '0')}${more};`;
    },
  );

const area = (code: string, value: number): string => `${code};I alt;2024;${value}\n`;
const statbank = (text: string): Given => ({
  indicators: indicators.replace(/^\d{3};1\.2;.*\n/gm, ''),
  info: {
    statbank: [
      {
        fil: 'besk.csv',
        tabel: 'indikatorer',
        kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
        serie: '1.2',
        udvalg: { KØN: text },
      },
    ],
  },
  files: { 'besk.csv': `OMRÅDE;KØN;TID;INDHOLD\n${area('000', 60)}${area('161', 74)}${area('101', 61)}` },
});

/** Municipalities from all over the country, of which Læsø is one; all of them with `THOROUGH=1`. */
const some =
  tries(0, 1) === 1
    ? ['--alle']
    : ['101', '161', '217', '306', '420', '479', '561', '615', '710', '766', '825', '860'].flatMap((code) => [
        '-k',
        code,
      ]);

/** Reports that print not a single status, or not a single figure of their own among the key figures. */
function blankReports(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => /^udviklings.*\.json$/.test(entry.name));
  return names
    .map(({ name }) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report)
    .filter(({ goals, keyFigures: tables, subject }) => {
      const statuses = goals.goals.flatMap((goal) => goal.indicators.map(({ status }) => status.text));
      const own = tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.text ?? ''));
      // The smallest municipality has next to no numbers, in the dataset as it is shipped too.
      return subject.name !== 'Læsø' && (statuses.every((text) => text === '') || own.every((text) => text === ''));
    })
    .map(({ subject }) => subject.name);
}

describe('a wrong or half dataset becomes no set of handsome reports', () => {
  it.each<[name: string, given: Given, code: number, said: string]>([
    [
      'a row with a later year',
      { indicators: `${indicators}860;9.1;2024;3,1;eksempel\n` },
      65,
      'Statusåret for målsætning 9 ville blive 2024, men kun 1 af 99 områder',
    ],
    [
      'a row with another year',
      { indicators: indicators.replace('860;9.1;2023', '860;9.1;2024') },
      65,
      'kun 1 af 99 områder har et tal for 2024 (2023: 96)',
    ],
    [
      'a row with a later period',
      { keyFigures: `${keyFigures}101;1;2026-01-31;6000;eksempel\n` },
      65,
      'Perioden for nøgletal 1 ville blive 31. januar 2026',
    ],
    [
      'half of the indicators',
      { indicators: half(indicators) },
      1,
      'kommuner har rækker i noegletal, men ingen i indikatorer',
    ],
    [
      'half of the key figures',
      { keyFigures: half(keyFigures) },
      1,
      'kommuner har rækker i indikatorer, men ingen i noegletal',
    ],
    ['headings alone', { indicators: `${half(indicators).split('\n', 1)[0]}\n` }, 65, 'men ingen i indikatorer'],
    [
      'no rows of a municipality',
      { indicators: withoutRows(indicators, '825'), keyFigures: withoutRows(keyFigures, '825') },
      1,
      'Læsø har ingen rækker',
    ],
    [
      'no key figures of the country',
      { keyFigures: withoutRows(keyFigures, '000') },
      65,
      'Hele landet har rækker i indikatorer, men ingen i noegletal',
    ],
    ['fractions', { indicators: asFractions(indicators, '1\\.2') }, 65, 'Indikator 1.2: alle'],
    ['ids that have become dates', { indicators: indicators.replaceAll(';1.1;', ';01-jan;') }, 65, 'Mente du "1.1"?'],
    [
      'dates as a spreadsheet writes them',
      { keyFigures: keyFigures.replaceAll(';2025-12-31;', ';31-12-2025;') },
      65,
      'Mente du "2025-12-31"?',
    ],
    [
      'only such dates',
      { keyFigures: keyFigures.replace(/;(2025)-(12|11)-(\d\d);/g, ';$3-$2-$1;') },
      65,
      'Mente du "2025-12-31"?',
    ],
    ['a slip in a selector', statbank('Ialt'), 65, 'Ingen række i besk.csv har "Ialt" i kolonnen "KØN"'],
  ])('%s', async (_, given, code, said) => {
    const folder = temporaryFolder();
    const result = await run([...some, '--data', dataset(given), '--ud', folder, '--format', 'json']);
    expect(result.stderr).toContain(said);
    expect(result.code).toBe(code);
    expect(result.stderr.trim().split('\n').length).toBeLessThan(45);
    expect(blankReports(folder)).toEqual([]);
  });

  it('a cause that stops many reports is told once', async () => {
    const data = dataset({ indicators: half(indicators) });
    const { stderr } = await run(['--alle', '--data', data, '--ud', temporaryFolder(), '--format', 'json']);
    expect(stderr.match(/men ingen i indikatorer/g)).toHaveLength(1);
    expect(stderr).toContain('; 49 kunne ikke laves: Kerteminde, ');
  });

  it('a dataset of a few municipalities makes their reports, and none for the others', async () => {
    const few = (text: string): string => text.replace(/^(?!kommunekode|000|161).*\n/gm, '');
    const data = dataset({ indicators: few(indicators), keyFigures: few(keyFigures) });
    const args = ['--data', data, '--ud', temporaryFolder(), '--format', 'json'];
    expect((await run(['valider', '--data', data])).code).toBe(0);
    expect(await run(['--kommune', 'Glostrup', '--hele-landet', ...args])).toMatchObject({ code: 0 });
    const other = await run(['--kommune', 'Ærø', ...args]);
    expect(other.code).toBe(65);
    expect(other.stderr).toContain('Datasættet har kun rækker for 1 af 98 kommuner. Denne er ikke en af dem.');
  });

  it('warnings are counted in the last line of a run, not with --stille, and as an event', async () => {
    const data = dataset({ keyFigures: keyFigures.replace('000;1;2025-12-31;62920', '000;1;2025-12-31;6292') });
    const args = ['--kommune', 'Glostrup', '--hele-landet', '--data', data, '--format', 'json', '--ud'];
    expect((await run([...args, temporaryFolder()])).stderr).toMatch(
      /\nbarometer-report: Datasættet har 1 advarsel. Se dem med barometer-report valider og samme --data.\n$/,
    );
    expect(await run([...args, temporaryFolder(), '--stille'])).toMatchObject({ code: 0, text: '', stderr: '' });
    const events = eventsIn((await run([...args, temporaryFolder(), '--log', 'json'])).stderr);
    expect(events.at(-1)).toMatchObject({ niveau: 'advarsel', haendelse: 'advarsler', antal: 1 });
    expect((await run(['valider', '--data', data])).text).toContain('hele landet har 6292, men');
  });
});

describe('perioder in datasaet.json', () => {
  it('keeps an older period, and forklar says so', async () => {
    const data = dataset({ info: { perioder: { '5': '2025M10' } } });
    const { code, text } = await run(['forklar', '--kommune', 'Glostrup', 'noegletal', '5', '--data', data]);
    expect(code).toBe(0);
    expect(text).toContain('Perioden oktober 2025 er fastsat i datasaet.json.');
  });
});
