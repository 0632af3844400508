import { describe, expect, it } from 'vitest';
import type { ManifestEntry, RunSummary } from '../../src/batch/index.ts';
import { type LogOptions, makeLog } from '../../src/cli/log.ts';
import type { LogEvent } from '../../src/cli/log-events.ts';
import { UserError } from '../../src/errors.ts';
import { eventsIn } from '../helpers/command.ts';
import { fakeWorld } from '../helpers/world.ts';

const entry: ManifestEntry = {
  code: '161',
  name: 'Glostrup',
  file: 'udviklingsrapport-glostrup-2026-06.pdf',
  format: 'pdf',
  state: 'written',
  reason: null,
  sha256: 'ab',
  bytes: 51_000,
  pages: 3,
  content: 'cd',
  edition: '2026-06',
  date: '2026-06-06',
  milliseconds: 12,
  ofLastRun: true,
};
const failure = Object.assign(new UserError(65, 'Rapporten for Glostrup er ikke dannet.'), { stack: 'Error: x' });
const failedEntry: ManifestEntry = { ...entry, state: 'failed', reason: failure.message, sha256: null, bytes: null };

const start = (reports: number): LogEvent => ({ kind: 'start', reports, folder: 'ud' });
const end = (summary: RunSummary): LogEvent => ({ kind: 'end', summary });
const reported = (changes: Partial<ManifestEntry>, cause: typeof failure | null = null): LogEvent => ({
  kind: 'report',
  entry: { ...entry, ...changes },
  path: 'ud/glostrup.pdf',
  failure: cause,
});
const done = reported({});
const failed = reported(failedEntry, failure);
const change: LogEvent = {
  kind: 'change',
  difference: {
    subject: { code: '161', name: 'Glostrup' },
    table: 'Målsætninger',
    row: 'Indikator 1.1',
    column: 'Aktuel status',
    kind: 'tal',
    before: '10 pct.',
    after: '',
    cells: { before: null, after: null },
  },
};

const summary: RunSummary = {
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
const partial: RunSummary = {
  ...summary,
  unchanged: 2,
  failed: [failedEntry],
  untried: ['Herlev', 'Odense'],
  stoppedBy: 'SIGTERM',
  code: 143,
};

/** What is asked for, and where it is shown. */
interface Setting extends Partial<LogOptions> {
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** Milliseconds at each of the events. */
  readonly times?: readonly number[];
}

/** What is written of the events to the two streams. */
async function written(events: readonly LogEvent[], setting: Setting = {}) {
  const { isTerminal = false, columns = 80, times = [], ...options } = setting;
  let milliseconds = 0;
  const { world, streams } = fakeWorld({
    isTerminal: () => isTerminal,
    now: () => new Date('2026-06-06T01:00:00Z'),
    monotonic: () => milliseconds,
    columns: () => columns,
  });
  const log = makeLog({ log: 'tekst', ...options }, world);
  for (const [i, event] of events.entries()) {
    milliseconds = times[i] ?? 0;
    log.onEvent(event);
  }
  await log.flushed();
  return streams;
}

const linesOf = (...texts: string[]): string => texts.map((text) => `barometer-report: ${text}\n`).join('');
const eraseLine = '\r\u001b[K';

describe('the last line', () => {
  it.each<[string, RunSummary, string]>([
    ['all went well', summary, '97 rapporter skrevet til rapporter (0,9 sekunder, 5,9 MB).'],
    [
      'a signal came',
      partial,
      'Stoppet af SIGTERM. 97 rapporter skrevet til rapporter; 2 er uændrede; 1 kunne ikke laves: Glostrup; ' +
        '2 blev ikke nået: Herlev, Odense (0,9 sekunder, 5,9 MB).',
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
  ])('when %s', async (_, summary, expected) => {
    expect((await written([end(summary)])).stderr).toBe(linesOf(expected));
  });

  /** The last thing on a terminal, where the bar was. */
  const tableOf = async (summary: RunSummary): Promise<string | undefined> =>
    (await written([start(2), end(summary)], { isTerminal: true })).stderr.split(eraseLine).at(-1);

  it('is a table on a terminal', async () => {
    expect(await tableOf(partial)).toBe(`Stoppet af SIGTERM.
Skrevet     97  5,9 MB i rapporter
Uændret      2
Ikke lavet   1  Glostrup
Ikke nået    2  Herlev, Odense
Tid         0,9 sekunder, 102 rapporter i sekundet
`);
  });

  it('tells no speed of a run that wrote nothing', async () => {
    const table = await tableOf({ ...summary, written: 0, unchanged: 98, bytes: 0 });
    expect(table).toBe('Uændret     98\nTid         0,9 sekunder\n');
  });
});

const ending = end({ ...summary, written: 1, failed: [failedEntry], code: 1 });
const run = [start(2), change, done, failed, ending];
const lastLine = '1 rapport skrevet til rapporter; 1 kunne ikke laves: Glostrup (0,9 sekunder, 5,9 MB).';

describe('the log as text', () => {
  it('has paths of written files on standard output, everything else on standard error', async () => {
    const { stdout, stderr } = await written(run);
    expect(stdout).toBe('ud/glostrup.pdf\n');
    const changed = 'Ændret: Glostrup, Indikator 1.1, Aktuel status: "10 pct." er nu (tom)';
    expect(stderr).toBe(linesOf(changed, failure.message, lastLine));
  });

  it('says only what went wrong with --stille, and shows stacks with --debug', async () => {
    const quiet = await written([done, change, end(summary)], { stille: true });
    expect(quiet).toEqual({ stdout: '', stderr: '' });
    const stderr = linesOf(failure.message, failure.stack, lastLine);
    expect(await written(run, { stille: true, debug: true })).toEqual({ stdout: '', stderr });
  });

  it('says nothing at the end of a single report that is there', async () => {
    expect((await written([done, end({ ...summary, written: 1 })])).stderr).toBe('');
  });
});

describe('the log as JSON', () => {
  const lines = async (events: readonly LogEvent[], options: Partial<LogOptions> = {}) =>
    eventsIn((await written(events, { ...options, log: 'json', isTerminal: true })).stderr);

  it.each<[LogEvent, string, string]>([
    [start(98), 'info', 'start'],
    [{ kind: 'data', errors: 2 }, 'advarsel', 'data'],
    [{ kind: 'cleanup', files: 2 }, 'advarsel', 'oprydning'],
    [change, 'info', 'aendring'],
    [done, 'info', 'rapport'],
    [failed, 'fejl', 'rapport'],
    [{ kind: 'signal', signal: 'SIGTERM' }, 'advarsel', 'signal'],
    [end(partial), 'fejl', 'slut'],
  ])('has time, level and name for every event', async (event, niveau, haendelse) => {
    expect(await lines([event])).toMatchObject([{ tid: '2026-06-06T01:00:00.000Z', niveau, haendelse }]);
  });

  it('tells a report by its fields', async () => {
    const fields = { kommunekode: '161', navn: 'Glostrup', fil: 'ud/glostrup.pdf', bytes: 51_000 };
    expect(await lines([done, failed])).toMatchObject([fields, { tilstand: 'fejl', besked: failure.message }]);
  });

  it('has only faults with --stille', async () => {
    expect((await lines(run, { stille: true })).map(({ haendelse }) => haendelse)).toEqual(['rapport', 'slut']);
  });
});

describe('the log on a terminal', () => {
  it('is a bar with changes and faults above it, and a table at the end', async () => {
    const { stderr } = await written(run, { isTerminal: true });
    expect(stderr).toContain('0/2');
    expect(stderr).toContain(`${eraseLine}barometer-report: ${failure.message}\n`);
    expect(stderr).toContain(`${eraseLine}Skrevet  `);
  });

  it('draws nothing with --stille or --log json', async () => {
    for (const options of [{ stille: true }, { log: 'json' } as const])
      expect((await written(run, { ...options, isTerminal: true })).stderr).not.toContain('\u001b');
  });
});

describe('the bar', () => {
  /** What is drawn of a run of reports, of which one is done at each of the times. */
  async function bars(reports: number, times: readonly number[], columns = 80): Promise<string[]> {
    const unchanged = reported({ state: 'unchanged' });
    const events: LogEvent[] = [start(reports), ...times.map(() => unchanged)];
    const { stderr } = await written(events, { isTerminal: true, columns, times: [0, ...times] });
    return stderr.split(eraseLine).slice(1);
  }
  const third = [...Array<number>(32).fill(0), 3000];

  it('shows count, rate, time left and name, and nothing that is not known yet', async () => {
    expect(await bars(98, third)).toEqual([
      '[                        ]   0/98  ',
      '[████████                ]  33/98  11/s  0:06 tilbage  Glostrup',
    ]);
  });

  it('never breaks a line', async () => {
    expect((await bars(98, third, 40)).at(-1)).toHaveLength(39);
  });

  it('is drawn seldom enough to be read, and not for a single report', async () => {
    const times = Array.from({ length: 1000 }, (_, i) => i);
    const drawn = (await bars(1000, times)).length;
    expect(drawn).toBeLessThan(15);
    expect(drawn).toBeGreaterThan(8);
    expect(await bars(1, times)).toEqual([]);
  });
});
