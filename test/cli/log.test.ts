import { describe, expect, test } from 'vitest';
import type { ManifestEntry, RunEvent, Summary } from '../../src/batch/index.ts';
import { type LogOptions, makeLog } from '../../src/cli/log.ts';
import { summaryLine, summaryTable } from '../../src/cli/log-text.ts';
import { makeProgress, progressLine } from '../../src/cli/progress.ts';
import { fakeWorld } from '../helpers/world.ts';

const entry: ManifestEntry = {
  kode: '161',
  navn: 'Glostrup',
  fil: 'udviklingsrapport-glostrup-2026-06.pdf',
  format: 'pdf',
  tilstand: 'skrevet',
  grund: null,
  sha256: 'ab',
  bytes: 51_000,
  sider: 3,
  indhold: 'cd',
  udgave: '2026-06',
  dato: '2026-06-06',
  millisekunder: 12,
  senesteKoersel: true,
};
const fault = {
  code: 65,
  message: 'Rapporten for Glostrup er ikke dannet.',
  scope: 'report',
  stack: 'Error: x',
} as const;
const failedEntry: ManifestEntry = { ...entry, tilstand: 'fejl', grund: fault.message, sha256: null, bytes: null };

const done: RunEvent = { kind: 'rapport', entry, path: 'ud/glostrup.pdf', fault: null };
const failed: RunEvent = { kind: 'rapport', entry: failedEntry, path: 'ud/glostrup.pdf', fault };
const change: RunEvent = {
  kind: 'aendring',
  difference: {
    subject: { code: '161', name: 'Glostrup' },
    table: 'Målsætninger',
    row: 'Indikator 1.1',
    column: 'Aktuel status',
    kind: 'tal',
    before: '10 pct.',
    after: '',
  },
};

const summary: Summary = {
  folder: 'rapporter',
  written: 97,
  unchanged: 0,
  failed: [],
  untried: [],
  stoppedBy: null,
  manifestFault: null,
  bytes: 5_912_345,
  milliseconds: 948,
  code: 0,
};
const partial: Summary = {
  ...summary,
  unchanged: 2,
  failed: [failedEntry],
  untried: ['Herlev', 'Odense'],
  stoppedBy: 'SIGTERM',
  code: 143,
};

describe('the last line', () => {
  test.each<[string, Summary, string]>([
    ['all went well', summary, '97 rapporter skrevet til rapporter (0,9 sekunder, 5,9 MB).'],
    [
      'a signal came',
      partial,
      'Stoppet af SIGTERM. 97 rapporter skrevet til rapporter; 2 er uændrede; 1 kunne ikke laves: Glostrup; ' +
        '2 blev ikke prøvet: Herlev, Odense (0,9 sekunder, 5,9 MB).',
    ],
    [
      'the disk is full',
      { ...summary, written: 1, stoppedBy: 'disk', manifestFault: 'rapporter.json kan ikke skrives: fuldt.' },
      'Stoppet, fordi der ikke kan skrives i mappen. rapporter.json kan ikke skrives: fuldt. ' +
        'Manifestet er ikke skrevet færdigt. 1 rapport skrevet til rapporter (0,9 sekunder, 5,9 MB).',
    ],
    [
      'nothing was to do',
      { ...summary, written: 0, unchanged: 98, bytes: 0 },
      '0 rapporter skrevet til rapporter; 98 er uændrede (0,9 sekunder).',
    ],
  ])('when %s', (_, value, expected) => expect(summaryLine(value)).toBe(expected));

  test('is a table on a terminal', () => {
    expect(summaryTable(partial)).toBe(
      [
        'Stoppet af SIGTERM.',
        'Skrevet      97  5,9 MB i rapporter',
        'Uændret       2',
        'Fejlet        1  Glostrup',
        'Ikke prøvet   2  Herlev, Odense',
        'Tid          0,9 sekunder, 102 rapporter i sekundet',
      ].join('\n'),
    );
  });

  test('tells no speed of a run that wrote nothing', () => {
    const table = summaryTable({ ...summary, written: 0, unchanged: 98, bytes: 0 });
    expect(table).toBe('Uændret      98\nTid          0,9 sekunder');
  });
});

/** What is written of the events, on a terminal or not. */
async function written(events: readonly RunEvent[], options: Partial<LogOptions> = {}, isTerminal = false) {
  let milliseconds = 0;
  const { world, streams } = fakeWorld({
    isTerminal: () => isTerminal,
    now: () => new Date('2026-06-06T01:00:00Z'),
    monotonic: () => {
      milliseconds += 50;
      return milliseconds;
    },
    columns: () => 60,
  });
  const log = makeLog({ log: 'tekst', ...options }, world);
  for (const event of events) log.tell(event);
  await log.flushed();
  return streams;
}

const run: readonly RunEvent[] = [
  { kind: 'start', reports: 2, folder: 'ud' },
  change,
  done,
  failed,
  { kind: 'slut', summary: { ...partial, code: 1 } },
];
const lastLine = summaryLine({ ...partial, code: 1 });

describe('the log as text', () => {
  test('has paths of written files on standard output, everything else on standard error', async () => {
    const { stdout, stderr } = await written(run);
    expect(stdout).toBe('ud/glostrup.pdf\n');
    expect(stderr).toBe(
      [
        'barometer-report: Ændret: Glostrup, Indikator 1.1, Aktuel status: "10 pct." er nu (tom)',
        `barometer-report: ${fault.message}`,
        `barometer-report: ${lastLine}\n`,
      ].join('\n'),
    );
  });

  test('says only what went wrong with --stille, and shows stacks with --debug', async () => {
    expect(await written([done, change, { kind: 'slut', summary }], { stille: true })).toEqual({
      stdout: '',
      stderr: '',
    });
    const { stdout, stderr } = await written(run, { stille: true, debug: true });
    expect(stdout).toBe('');
    const lines = [fault.message, fault.stack, lastLine].map((line) => `barometer-report: ${line}\n`);
    expect(stderr).toBe(lines.join(''));
  });

  test('says nothing at the end of a single report that is there', async () => {
    expect((await written([done, { kind: 'slut', summary: { ...summary, written: 1 } }])).stderr).toBe('');
  });
});

describe('the log as JSON', () => {
  const lines = async (events: readonly RunEvent[], options: Partial<LogOptions> = {}) =>
    (await written(events, { ...options, log: 'json' }, true)).stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test.each<[RunEvent, string, string]>([
    [{ kind: 'start', reports: 98, folder: 'ud' }, 'info', 'start'],
    [{ kind: 'data', errors: 2 }, 'advarsel', 'data'],
    [{ kind: 'oprydning', files: 2 }, 'advarsel', 'oprydning'],
    [change, 'info', 'aendring'],
    [done, 'info', 'rapport'],
    [failed, 'fejl', 'rapport'],
    [{ kind: 'signal', signal: 'SIGTERM' }, 'advarsel', 'signal'],
    [{ kind: 'slut', summary: partial }, 'fejl', 'slut'],
  ])('has time, level and name for every event', async (event, niveau, haendelse) => {
    expect(await lines([event])).toMatchObject([{ tid: '2026-06-06T01:00:00.000Z', niveau, haendelse }]);
  });

  test('tells a report by its fields', async () => {
    const fields = { kommunekode: '161', navn: 'Glostrup', fil: 'ud/glostrup.pdf', bytes: 51_000 };
    expect(await lines([done, failed])).toMatchObject([fields, { tilstand: 'fejl', besked: fault.message }]);
  });

  test('has only faults with --stille', async () => {
    expect((await lines(run, { stille: true })).map(({ haendelse }) => haendelse)).toEqual(['rapport', 'slut']);
  });
});

describe('the log on a terminal', () => {
  test('is a bar with changes and faults above it, and a table at the end', async () => {
    const { stderr } = await written(run, {}, true);
    expect(stderr).toContain('0/2');
    expect(stderr).toContain(`\r\u001b[Kbarometer-report: ${fault.message}\n`);
    expect(stderr.endsWith(`\r\u001b[K${summaryTable({ ...partial, code: 1 })}\n`)).toBe(true);
  });

  test('draws nothing with --stille or --log json', async () => {
    for (const options of [{ stille: true }, { log: 'json' } as const])
      expect((await written(run, options, true)).stderr).not.toContain('\u001b');
  });
});

describe('progress', () => {
  test('shows count, rate, time left and name', () => {
    const line = progressLine({ done: 33, total: 98, name: 'Glostrup', milliseconds: 300 }, 80);
    expect(line).toBe('[████████                ]  33/98  110/s  0:01 tilbage  Glostrup');
  });

  test('never breaks a line, and says nothing it does not know', () => {
    expect(progressLine({ done: 0, total: 98, name: '', milliseconds: 0 }, 80)).not.toContain('tilbage');
    expect(progressLine({ done: 33, total: 98, name: 'Glostrup', milliseconds: 300 }, 40)).toHaveLength(39);
    expect(progressLine({ done: 0, total: 0, name: '', milliseconds: 0 }, 80)).toContain('0/0');
  });

  const drawings = (reports: number): number => {
    let [now, drawn] = [0, 0];
    const progress = makeProgress({ stderr: () => (drawn += 1), columns: () => 80, monotonic: () => now });
    progress.show({ kind: 'start', reports, folder: 'ud' });
    for (; now < 1000; now++) progress.show(done);
    return drawn;
  };

  test('draws seldom enough to be read', () => {
    expect(drawings(1000)).toBeLessThan(15);
    expect(drawings(1000)).toBeGreaterThan(8);
  });

  test('draws nothing for a single report', () => expect(drawings(1)).toBe(0));
});
