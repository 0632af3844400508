import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openPool } from '../../src/batch/pool.ts';
import { startWorkers } from '../../src/batch/worker-lane.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { municipalitySubject, written } from '../../src/report/index.ts';
import type { Report } from '../../src/report/report.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { reportOf } from '../helpers/report.ts';

const support = (name: string): string => fileURLToPath(new URL(`support/${name}`, import.meta.url));
const mortal = support('mortal-worker.mjs');

test('a worker that dies is replaced; its report is tried once more alone, then named', async () => {
  const log = join(temporaryFolder(), 'log');
  const workers = startWorkers(2, mortal);
  onTestFinished(() => workers.close());
  const reports: Report[] = municipalities.slice(0, 60).map((one) => reportOf({}, municipalitySubject(one)));
  const job = (report: Report) => ({
    ...written(report),
    folder: log,
    format: 'pdf' as const,
    creator: 'barometer-report 0',
  });
  const printouts = await Promise.all(reports.map((report) => workers.lane.run(job(report))));
  printouts.forEach((printout, index) => {
    const code = reports[index]?.subject.code;
    if (code === '461') expect(printout).toMatchObject({ ok: false, fault: { code: 70, scope: 'report' } });
    else expect(printout).toMatchObject({ ok: true, file: { code } });
  });
  const deadly = printouts.find((printout) => !printout.ok);
  expect(JSON.stringify(deadly)).toContain('døde to gange');
  const tries = readFileSync(log, 'utf8').split('\n');
  expect(tries.filter((code) => code === '461')).toHaveLength(2);
  expect(tries.filter((code) => code === '163')).toHaveLength(2);
});

test('workers that cannot start fail their reports, and end', async () => {
  const workers = startWorkers(1, join(temporaryFolder(), 'findes-ikke.mjs'));
  onTestFinished(() => workers.close());
  const job = { ...written(reportOf({})), folder: '', format: 'pdf' as const, creator: 'barometer-report 0' };
  expect(await workers.lane.run(job)).toMatchObject({ ok: false, fault: { code: 70 } });
});

test("a worker that takes far too much memory is its report's fault", async () => {
  const workers = startWorkers(1, support('greedy-worker.mjs'));
  onTestFinished(() => workers.close());
  const job = { ...written(reportOf({})), folder: '', format: 'pdf' as const, creator: 'barometer-report 0' };
  const printout = await workers.lane.run(job);
  expect(printout).toMatchObject({ ok: false, fault: { code: 70, scope: 'report' } });
  expect(JSON.stringify(printout)).toMatch(/memory/);
});

test('closing ends the thread of a second try too', async () => {
  const log = join(temporaryFolder(), 'log');
  const workers = startWorkers(1, support('lingering-worker.mjs'));
  onTestFinished(() => workers.close());
  const job = { ...written(reportOf({})), folder: log, format: 'pdf' as const, creator: 'barometer-report 0' };
  workers.lane.run(job).catch(() => {});
  const logged = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  await vi.waitUntil(() => logged().includes('alive'), { timeout: 10_000, interval: 10 });
  await workers.close();
  const last = logged();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(logged()).toBe(last);
});

test('a job in hand when the workers are closed is not answered, and not tried again', async () => {
  const pool = openPool({ threads: 1, file: support('silent-worker.mjs') });
  const job = { ...written(reportOf({})), folder: '', format: 'pdf' as const, creator: 'barometer-report 0' };
  const answer = pool.run(job).catch(() => 'refused, so that it would be tried again');
  await pool.close();
  const late = new Promise((resolve) => setTimeout(resolve, 200, 'no answer'));
  expect(await Promise.race([answer, late])).toBe('no answer');
});
