import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMunicipality } from '../../src/municipalities/index.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { loadTemplate } from '../../src/report/load-template.ts';
import type { Report } from '../../src/report/report.ts';
import { municipalitySubject } from '../../src/report/subject.ts';
import { glostrupDataset } from '../helpers/fake-dataset.ts';

const template = loadTemplate('templates/udviklingsrapport.json', (path) => readFileSync(path, 'utf8'));

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every text of the report in the order of the reference, cells behind each other. */
function textOf(report: Report): string {
  const { goal: _, status, change } = report.goals.columns;
  const goals = report.goals.goals.flatMap((goal) => [
    ...(goal.number === 1 || goal.pageBreakBefore ? [status, change] : []),
    ...[goal.text, goal.statusText, goal.baselineText],
    ...goal.indicators.flatMap((indicator) => [indicator.text, indicator.status.text, indicator.change.text]),
  ]);
  return squeeze([report.title.text, ...goals].join(' '));
}

describe('Glostrup, June 2026', () => {
  const glostrup = findMunicipality('Glostrup');
  if (glostrup === null) throw new Error('Glostrup is missing');
  const report = buildReport(glostrupDataset(), template, municipalitySubject(glostrup), '2026-06-06');
  it('prints', () => {
    expect(textOf(report)).toContain('10 pct. point');
  });
});
