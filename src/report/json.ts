import type { Report } from './report.ts';

/** A report with its text as data. */
export interface WrittenReport {
  readonly report: Report;
  /** `reportData` of it. */
  readonly data: string;
}

export const written = (report: Report): WrittenReport => ({ report, data: reportData(report) });

/** The report as one line of JSON, without a line feed. */
export const reportData = (report: Report): string => JSON.stringify(report);
