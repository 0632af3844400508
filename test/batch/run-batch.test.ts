import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/batch/events.ts';
import { fileName } from '../../src/batch/file-name.ts';
import { realProcesses } from '../../src/batch/identity.ts';
import { makeReport } from '../../src/batch/make-report.ts';
import type { Printout } from '../../src/batch/printer.ts';
import { type BatchPlan, type BatchTools, runBatch } from '../../src/batch/run-batch.ts';
import type { Subject } from '../../src/report/report.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { municipality, reportOf } from '../helpers/report.ts';
import { manifestOf, untruths } from './support/truth.ts';

const subjects = ['Aalborg', 'Herlev', 'Odense', 'Ærø'].map(municipality);
const fileOf = (subject: Subject): string => fileName(subject, '2026-06', 'json');

function planFor(folder: string, changes: Partial<BatchPlan> = {}): BatchPlan {
  return {
    folder,
    subjects,
    format: 'json',
    creator: 'barometer-report 0',
    build: (subject) => reportOf({}, subject),
    fileOf,
    onlyChanged: false,
    overwrite: false,
    stopOnFailure: false,
    workers: null,
    head: {
      program: 'barometer-report 0',
      node: '20',
      udgave: '2026-06',
      dato: '2026-06-06',
      datasaet: { titel: '', sha256: '0'.repeat(64) },
      skabelon: { sha256: '0'.repeat(64) },
    },
    ...changes,
  };
}

function toolsFor(events: RunEvent[], changes: Partial<BatchTools> = {}): BatchTools {
  let ticks = 0;
  return {
    now: () => new Date('2026-06-06T01:00:00Z'),
    monotonic: () => (ticks += 1),
    wait: () => new Promise(() => {}),
    processes: realProcesses(),
    signal: new AbortController().signal,
    tell: (event) => events.push(event),
    ...changes,
  };
}

/** Another worker's answer: this municipality's report under that one's name. */
const swapped = (code: string, file: string): Printout => ({
  ok: true,
  file: { code, file, sha256: '0'.repeat(64), bytes: 1, pages: 1, content: '0'.repeat(64) },
});

describe('a batch', () => {
  test('does not mind a clock that jumps', async () => {
    const folder = temporaryFolder();
    const instants = ['2026-10-25T02:59:59Z', '2026-10-25T01:00:00Z', '1999-01-01T00:00:00Z'];
    const now = (): Date => new Date(instants.shift() ?? '2038-01-19T03:14:08Z');
    const summary = await runBatch(planFor(folder), toolsFor([], { now }));
    expect(summary).toMatchObject({ code: 0, written: 4 });
    expect(summary.milliseconds).toBeGreaterThan(0);
    expect(untruths(folder, () => true)).toEqual([]);
    for (const { millisekunder } of manifestOf(folder).rapporter) expect(millisekunder).toBeGreaterThan(0);
  });

  test('never mixes two reports up, even when a printer does', async () => {
    const [aalborg, herlev] = subjects as [Subject, Subject];
    const options = { ...planFor(temporaryFolder()), edition: '2026-06', date: '2026-06-06', monotonic: () => 0 };
    for (const answer of [swapped(herlev.code, fileOf(aalborg)), swapped(aalborg.code, fileOf(herlev))]) {
      const made = await makeReport(aalborg, undefined, async () => answer, options);
      expect(made.entry).toMatchObject({ tilstand: 'fejl', sha256: null, kode: aalborg.code });
      expect(made.fault?.code).toBe(70);
    }
    const made = await makeReport(aalborg, undefined, async () => swapped(aalborg.code, fileOf(aalborg)), options);
    expect(made.entry.tilstand).toBe('skrevet');
  });

  test('tells a bug in one report as the fault of that report', async () => {
    const folder = temporaryFolder();
    const events: RunEvent[] = [];
    const build = (subject: Subject) => {
      if (subject.name === 'Herlev') throw new TypeError('undefined is not a function');
      return reportOf({}, subject);
    };
    const summary = await runBatch(planFor(folder, { build }), toolsFor(events));
    expect(summary).toMatchObject({ code: 1, written: 3 });
    expect(summary.failed.map(({ navn, grund }) => [navn, grund])).toEqual([
      ['Herlev', 'Fejl i programmet: undefined is not a function'],
    ]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('that makes nothing ends with the code of what stopped it', async () => {
    const folder = join(temporaryFolder(), 'ud');
    const first = await runBatch(planFor(folder), toolsFor([]));
    expect(first.code).toBe(0);
    const build = (): never => {
      throw new TypeError('x');
    };
    expect((await runBatch(planFor(folder, { build }), toolsFor([]))).code).toBe(70);
  });

  test('drops a report that does not end within the grace after a signal', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const never = { capacity: 3, run: () => new Promise<Printout>(() => {}) };
    let closed = false;
    const close = async (): Promise<void> => {
      closed = true;
    };
    const workers = { lane: never, close };
    const events: RunEvent[] = [];
    const tell = (event: RunEvent): void => {
      events.push(event);
      if (event.kind === 'undervejs' && !controller.signal.aborted) controller.abort('SIGTERM');
    };
    const many = Array.from({ length: 3 }, () => subjects).flat();
    const tools = toolsFor(events, { tell, signal: controller.signal, wait: () => Promise.resolve() });
    const summary = await runBatch(planFor(folder, { workers, subjects: many }), tools);
    expect(summary.code).toBe(143);
    expect(closed).toBe(true);
    expect(summary.untried.length).toBeGreaterThanOrEqual(3);
    expect(manifestOf(folder).tilstand).toBe('afbrudt');
    expect(untruths(folder, () => true)).toEqual([]);
  });
});
