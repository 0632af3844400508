import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RunEvent, runBatch, writeSingle } from '../../src/batch/index.ts';
import type { Subject } from '../../src/report/index.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { municipality, reportOf } from '../helpers/report.ts';
import { planFor, subjects, toolsFor } from './support/plan.ts';
import { manifestOf, untruths } from './support/truth.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, writeFile: vi.fn(real.writeFile) };
});
const realWrite = vi.mocked(writeFile).getMockImplementation() as typeof writeFile;
afterEach(() => void vi.mocked(writeFile).mockImplementation(realWrite));

describe('a batch', () => {
  it('does not mind a clock that jumps', async () => {
    const folder = temporaryFolder();
    const instants = ['2026-10-25T02:59:59Z', '2026-10-25T01:00:00Z', '1999-01-01T00:00:00Z'];
    const now = (): Date => new Date(instants.shift() ?? '2038-01-19T03:14:08Z');
    const summary = await runBatch(planFor(folder), toolsFor({ now }));
    expect(summary).toMatchObject({ code: 0, written: 4 });
    expect(summary.milliseconds).toBeGreaterThan(0);
    expect(untruths(folder, () => true)).toEqual([]);
    for (const { millisekunder } of manifestOf(folder).rapporter) expect(millisekunder).toBeGreaterThan(0);
  });

  it('never writes one report under the name of another', async () => {
    const folder = temporaryFolder();
    const swapped = new Map([
      ['Aalborg', municipality('Herlev')],
      ['Herlev', municipality('Aalborg')],
      ['Odense', { ...municipality('Odense'), name: 'Ærø' }],
    ]);
    const build = (subject: Subject) => {
      const report = reportOf({}, swapped.get(subject.name) ?? subject);
      return subject.name === 'Lejre' ? { ...report, edition: '2030-01' } : report;
    };
    const plan = planFor(folder, { build, subjects: [...subjects, municipality('Lejre')] });
    const summary = await runBatch(plan, toolsFor());
    expect(summary.failed.map(({ name, reason }) => [name, reason?.slice(0, 34)])).toEqual([
      ['Aalborg', 'Fejl i programmet: Rapporten for A'],
      ['Herlev', 'Fejl i programmet: Rapporten for H'],
      ['Odense', 'Fejl i programmet: Rapporten for O'],
      ['Lejre', 'Fejl i programmet: Rapporten for L'],
    ]);
    expect(readdirSync(folder).sort()).toEqual(['rapporter.json', 'udviklingsrapport-aeroe-2026-06.json']);
  });

  it('tells a bug in one report as the fault of that report', async () => {
    const folder = temporaryFolder();
    const build = (subject: Subject) => {
      if (subject.name === 'Herlev') throw new TypeError('undefined is not a function');
      return reportOf({}, subject);
    };
    const summary = await runBatch(planFor(folder, { build }), toolsFor());
    expect(summary).toMatchObject({ code: 1, written: 3 });
    expect(summary.failed).toMatchObject([
      { name: 'Herlev', reason: 'Fejl i programmet: undefined is not a function', sha256: null, date: null },
    ]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('that makes nothing ends with the code of what stopped it', async () => {
    const folder = join(temporaryFolder(), 'ud');
    expect((await runBatch(planFor(folder), toolsFor())).code).toBe(0);
    const build = (): never => {
      throw new TypeError('x');
    };
    expect((await runBatch(planFor(folder, { build }), toolsFor())).code).toBe(70);
  });

  it('drops a report that does not end within the grace after a signal', async () => {
    const folder = temporaryFolder();
    vi.mocked(writeFile).mockImplementation((path, content, options) =>
      String(content).includes('"Herlev"') ? new Promise(() => {}) : realWrite(path, content, options),
    );
    const controller = new AbortController();
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent): void => {
      events.push(event);
      if (event.kind === 'report') controller.abort('SIGTERM');
    };
    const tools = toolsFor({ onEvent, signal: controller.signal, wait: () => new Promise(setImmediate) });
    const summary = await runBatch(planFor(folder, { subjects: [...subjects, municipality('Lejre')] }), tools);
    expect(summary.code).toBe(143);
    expect(summary.untried).toContain('Herlev');
    expect(manifestOf(folder).tilstand).toBe('afbrudt');
    const told = events.flatMap((event) => (event.kind === 'report' ? [event.entry.name] : []));
    expect([...told, ...summary.untried].sort()).toEqual(['Aalborg', 'Herlev', 'Lejre', 'Odense', 'Ærø']);
    const { rapporter } = manifestOf(folder);
    expect(new Set(rapporter.map(({ navn }) => navn))).toEqual(new Set(told));
  });
});

describe('a single report', () => {
  const write = (path: string, overwrite: boolean) =>
    writeSingle(reportOf({}), path, { ...planFor(''), overwrite, monotonic: () => 0 }, 'barometer-report 0');

  it('is written with the folders on the way, and again over itself', async () => {
    const path = join(temporaryFolder(), 'a', 'b', 'min.json');
    const entry = await write(path, false);
    expect(entry).toMatchObject({ code: '161', state: 'written', bytes: readFileSync(path).length });
    expect(await write(path, false)).toEqual(entry);
  });

  it.each([
    ['another program’s', '{"format": "andet/1"}'],
    ['empty', ''],
  ])('is not written over a file that is %s, unless asked', async (_, content) => {
    const path = join(temporaryFolder(), 'min.json');
    writeFileSync(path, content);
    await expect(write(path, false)).rejects.toMatchObject({ code: 73 });
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect((await write(path, true)).state).toBe('written');
  });
});
