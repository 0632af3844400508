import { describe, expect, test } from 'vitest';
import { contentDigest } from '../../src/batch/report-file.ts';
import type { Report } from '../../src/report/index.ts';
import { reportOf } from '../helpers/report.ts';

const rows = [
  ['161', '1.1', 2012, '16'],
  ['161', '1.1', 2024, '10'],
] as const;
const report = reportOf({ indicators: rows });
const digest = (one: Report): string => contentDigest(one, 'pdf', 'barometer-report 1.0.0');

describe('contentDigest', () => {
  test('does not know the date or the lines that figures stand on', () => {
    expect(digest({ ...report, generated: '2030-01-01', dateLine: 'Rapport "dannet" d. \\ 1/1-2030.' })).toBe(
      digest(report),
    );
    expect(digest(reportOf({ indicators: [['101', '1.1', 2024, '5'], ...rows] }))).toBe(digest(report));
  });

  test('knows every figure, text, format and version', () => {
    const others = [
      reportOf({ indicators: [rows[0], ['161', '1.1', 2024, '10,4']] }),
      reportOf({ indicators: [rows[0], ['161', '1.1', 2024, '10', 'beregnet']] }),
      { ...report, edition: '2026-07' },
      { ...report, notice: '"place":{"line":1}' },
      { ...report, notice: '"place":{"line":2}' },
      { ...report, notice: '"generated":"1","dateLine":"1"' },
      { ...report, notice: '"generated":"2","dateLine":"2"' },
    ];
    const digests = [digest(report), ...others.map(digest)];
    digests.push(
      contentDigest(report, 'json', 'barometer-report 1.0.0'),
      contentDigest(report, 'pdf', 'barometer-report 2'),
    );
    expect(new Set(digests).size).toBe(digests.length);
  });
});
