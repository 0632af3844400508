import type { Report } from './report.ts';

/** The report as JSON (docs/report.schema.json): indented, keys in the order of `Report`, ending in a line feed. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A report with its text as data, which is written once. */
export interface WrittenReport {
  readonly report: Report;
  /** `reportData` of it. */
  readonly data: string;
}

export const written = (report: Report): WrittenReport => ({ report, data: reportData(report) });

/** The report as one line of JSON, without a line feed: what is attached to its PDF, and what its digest is taken of. */
export const reportData = (report: Report): string => JSON.stringify(report);
