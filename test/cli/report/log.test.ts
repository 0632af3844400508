import { describe, expect, test } from 'vitest';
import { failedEntry, writtenEntry } from '../../../src/batch/entry.ts';
import type { RunEvent, Summary } from '../../../src/batch/events.ts';
import { fieldsOf } from '../../../src/cli/report/json-log.ts';
import { makeObserver } from '../../../src/cli/report/observer.ts';
import { progressLine } from '../../../src/cli/report/progress.ts';
import { summaryLine, summaryTable } from '../../../src/cli/report/summary-text.ts';
import { makeTerminal } from '../../../src/cli/report/terminal.ts';
import { textOf } from '../../../src/cli/report/text-log.ts';
import { realWorld, type World } from '../../../src/cli/world.ts';
import { municipality } from '../../helpers/report.ts';

const base = {
  subject: municipality('Glostrup'),
  file: 'udviklingsrapport-glostrup-2026-06.pdf',
  format: 'pdf',
  edition: '2026-06',
  milliseconds: 12,
} as const;
const printed = { code: '161', file: base.file, sha256: 'ab', bytes: 51_000, pages: 3, content: 'cd' };
const fault = {
  code: 65,
  message: 'Rapporten for Glostrup er ikke dannet.',
  scope: 'report',
  stack: 'Error: x',
} as const;

const done: RunEvent = {
  kind: 'rapport',
  entry: writtenEntry(base, printed, '2026-06-06'),
  path: 'ud/glostrup.pdf',
  fault: null,
};
const failed: RunEvent = { kind: 'rapport', entry: failedEntry(base, fault), path: 'ud/glostrup.pdf', fault };
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
  failed: [failedEntry(base, fault)],
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
      'Stoppet af SIGTERM. 97 rapporter skrevet til rapporter; 2 uændret; 1 fejlet: Glostrup; ' +
        '2 ikke prøvet: Herlev, Odense (0,9 sekunder, 5,9 MB).',
    ],
    [
      'the disk is full',
      { ...summary, written: 1, stoppedBy: 'disk', manifestFault: 'rapporter.json kan ikke skrives: fuldt.' },
      'Stoppet fordi mappen ikke kan skrives. rapporter.json kan ikke skrives: fuldt. ' +
        'Manifestet er ikke ført til ende. 1 rapport skrevet til rapporter (0,9 sekunder, 5,9 MB).',
    ],
    [
      'nothing was to do',
      { ...summary, written: 0, unchanged: 98, bytes: 0 },
      '0 rapporter skrevet til rapporter; 98 uændret (0,9 sekunder).',
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
});

describe('text', () => {
  test('names faults and changes', () => {
    expect(textOf(failed, 'all', false)).toEqual([fault.message]);
    expect(textOf(failed, 'errors', true)).toEqual([fault.message, 'Error: x']);
    expect(textOf(change, 'all', false)).toEqual([
      'Ændret: Glostrup, Indikator 1.1, Aktuel status: "10 pct." er nu (tom)',
    ]);
    expect(textOf(done, 'all', false)).toEqual([]);
  });

  test('says nothing of what went well when errors are all that is wanted', () => {
    for (const event of [done, change, { kind: 'slut', summary } as const])
      expect(textOf(event, 'errors', false)).toEqual([]);
    expect(textOf({ kind: 'slut', summary: partial }, 'errors', false)).toEqual([summaryLine(partial)]);
  });

  test('says nothing at the end of a single report that is there', () => {
    expect(textOf({ kind: 'slut', summary: { ...summary, written: 1 } }, 'all', false)).toEqual([]);
  });
});

describe('json', () => {
  test.each<[RunEvent, string, string]>([
    [{ kind: 'start', reports: 98, folder: 'ud', parallel: 2 }, 'info', 'start'],
    [{ kind: 'oprydning', files: 2 }, 'advarsel', 'oprydning'],
    [change, 'info', 'aendring'],
    [done, 'info', 'rapport'],
    [failed, 'fejl', 'rapport'],
    [{ kind: 'signal', signal: 'SIGTERM' }, 'advarsel', 'signal'],
    [{ kind: 'slut', summary: partial }, 'fejl', 'slut'],
  ])('has a level and a name for every event', (event, niveau, haendelse) => {
    expect(fieldsOf(event)).toMatchObject({ niveau, haendelse });
  });

  test('tells a report by its fields', () => {
    expect(fieldsOf(done)).toMatchObject({
      kommunekode: '161',
      navn: 'Glostrup',
      fil: 'ud/glostrup.pdf',
      bytes: 51_000,
    });
    expect(fieldsOf(failed)).toMatchObject({ tilstand: 'fejl', besked: fault.message });
    expect(fieldsOf({ kind: 'undervejs', name: 'Glostrup' })).toBeNull();
  });
});

/** A world that notes what is written. */
function world(isTerminal: boolean) {
  const written = { stdout: '', stderr: '' };
  let milliseconds = 0;
  const fake: World = {
    ...realWorld(),
    isTerminal: () => isTerminal,
    now: () => new Date('2026-06-06T01:00:00Z'),
    monotonic: () => {
      milliseconds += 50;
      return milliseconds;
    },
    columns: () => 60,
    stdout: async (chunk) => {
      written.stdout += String(chunk);
    },
    stderr: (text) => {
      written.stderr += text;
    },
  };
  return { fake, written };
}

const options = { format: 'pdf', log: 'tekst' } as const;
const events: RunEvent[] = [
  { kind: 'start', reports: 2, folder: 'ud', parallel: 1 },
  { kind: 'undervejs', name: 'Glostrup' },
  done,
  { kind: 'undervejs', name: 'Herlev' },
  failed,
  { kind: 'slut', summary: { ...partial, code: 1 } },
];

describe('the observer', () => {
  test('writes paths of written files to standard output, in order', async () => {
    const { fake, written } = world(false);
    const observer = makeObserver(options, fake);
    for (const event of events) observer.tell(event);
    await observer.flushed();
    expect(written.stdout).toBe('ud/glostrup.pdf\n');
    expect(written.stderr.split('\n')).toEqual([
      `barometer-report: ${fault.message}`,
      `barometer-report: ${summaryLine({ ...partial, code: 1 })}`,
      '',
    ]);
  });

  test('writes one JSON object a line with --log json, and only faults with --stille', () => {
    const { fake, written } = world(true);
    const observer = makeObserver({ ...options, log: 'json', stille: true }, fake);
    for (const event of events) observer.tell(event);
    const lines = written.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ haendelse }) => haendelse)).toEqual(['rapport', 'slut']);
    expect(lines[0]).toMatchObject({ tid: '2026-06-06T01:00:00.000Z' });
    expect(written.stdout).toBe('');
  });

  test('draws a bar on a terminal, writes faults above it and ends with a table', () => {
    const { fake, written } = world(true);
    const observer = makeObserver(options, fake);
    for (const event of events) observer.tell(event);
    expect(written.stderr).toContain('0/2');
    expect(written.stderr).toContain(`\r\u001b[Kbarometer-report: ${fault.message}\n`);
    expect(written.stderr.endsWith(`\r\u001b[K${summaryTable({ ...partial, code: 1 })}\n`)).toBe(true);
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

  test('draws seldom enough to be read', () => {
    let [now, drawn] = [0, 0];
    const terminal = makeTerminal({ stderr: () => (drawn += 1), columns: () => 80, monotonic: () => now });
    terminal.started(1000);
    for (; now < 1000; now++) terminal.done('Glostrup');
    expect(drawn).toBeLessThan(15);
    expect(drawn).toBeGreaterThan(8);
  });
});
