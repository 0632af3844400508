import { expect, it } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import type { FormatName } from '../../src/formats/index.ts';
import type { Report } from '../../src/report/index.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { reportOf } from '../helpers/report.ts';
import { planFor, toolsFor } from './support/plan.ts';
import { head } from './support/truth.ts';

const rows = [
  ['161', '1.1', 2012, '16'],
  ['161', '1.1', 2024, '10'],
] as const;
const report = reportOf({ indicators: rows });

/** Whether a run that makes only what changed makes a report again that was made of `before`. */
async function isMadeAgain(after: Report, program = head.program, format: FormatName = 'json'): Promise<boolean> {
  const folder = temporaryFolder();
  const run = (one: Report, more: object) =>
    runBatch(
      { ...planFor(folder), subjects: [one.subject], build: () => one, format, onlyChanged: true, ...more },
      toolsFor(),
    );
  await run(report, { format: 'json' });
  const { written, unchanged } = await run(after, { head: { ...head, program } });
  expect(written + unchanged).toBe(1);
  return written === 1;
}

it('leaves a report whose date or lines of figures alone have changed', async () => {
  const dated = { ...report, generated: '2030-01-01', dateLine: 'Rapport "dannet" d. \\ 1/1-2030.' };
  expect(await isMadeAgain(dated)).toBe(false);
  expect(await isMadeAgain(reportOf({ indicators: [['101', '1.1', 2024, '5'], ...rows] }))).toBe(false);
});

it.each<[string, Report]>([
  ['figure', reportOf({ indicators: [rows[0], ['161', '1.1', 2024, '10,4']] })],
  ['provenance', reportOf({ indicators: [rows[0], ['161', '1.1', 2024, '10', 'beregnet']] })],
  ['text', { ...report, notice: '"place":{"line":1}' }],
  ['text that looks like a date', { ...report, notice: '"generated":"1","dateLine":"1"' }],
])('makes a report again when a %s has changed', async (_, changed) => {
  expect(await isMadeAgain(changed)).toBe(true);
});

it('makes a report again in another version and in another format', async () => {
  expect(await isMadeAgain(report, 'barometer-report 2.0.0', 'pdf')).toBe(true);
  expect(await isMadeAgain(report, head.program, 'pdf')).toBe(true);
});
