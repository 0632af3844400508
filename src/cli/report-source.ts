import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { clean, listText } from '../danish/index.ts';
import { DataError } from '../dataset/index.ts';
import { exitCode, UserError, withPlace } from '../errors.ts';
import { kindOf } from '../file/index.ts';
import { formats } from '../formats/index.ts';
import { buildReport, type Report, type Subject, type Template } from '../report/index.ts';
import { type DataOptions, mostBytes, readDataset, readNamed } from './inputs.ts';

/** Where the reports of an edition come from: a dataset that they are made of, or files that they lie in. */
export interface ReportSource {
  readonly edition: string;
  /** Whose reports there are; null when it may be anybody's. */
  readonly codes: ReadonlySet<string> | null;
  /** The report of a subject, or why there is none. */
  readonly report: (subject: Subject) => Report | UserError;
}

/** Reports at a path: a dataset's folder, a report (PDF or JSON) or a folder of them. Errors: `UserError` 65, 66. */
export async function reportSource(
  path: string,
  which: 'tidligere' | 'nye',
  options: DataOptions,
  template: Template,
): Promise<ReportSource> {
  const files = reportFilesAt(path);
  return files.length > 0 ? filedReports(files, which) : madeReports(path, which, { ...options, data: path }, template);
}

/** The reports that lie at a path; none where a dataset is meant. */
export function reportFilesAt(path: string): string[] {
  const kind = kindOf(path);
  if (kind === 'file') return [path];
  if (kind !== 'folder' || kindOf(join(path, 'datasaet.json')) !== 'missing') return [];
  // The later of two reports of a subject replaces the earlier.
  return withData.flatMap(({ ending }) =>
    readdirSync(path)
      .filter((name) => name.startsWith('udviklingsrapport-') && name.endsWith(`.${ending}`))
      .sort()
      .map((name) => join(path, name)),
  );
}

/** Formats whose files hold the report as data. */
const withData = Object.values(formats).filter(({ reportIn }) => reportIn !== null);

async function filedReports(files: readonly string[], which: string): Promise<ReportSource> {
  const reports = new Map<string, Report>();
  for (const file of files) {
    const format = withData.find(({ ending }) => file.toLowerCase().endsWith(`.${ending}`)) ?? formats.json;
    const report = await format.reportIn?.(readNamed(file, mostBytes.report));
    if (typeof report?.subject?.code !== 'string' || typeof report.edition !== 'string') throw notReport(file);
    reports.set(report.subject.code, report);
  }
  const [edition = '', ...others] = new Set([...reports.values()].map((report) => report.edition));
  if (others.length > 0) throw severalEditions(files, [edition, ...others]);
  return {
    edition,
    codes: new Set(reports.keys()),
    report: ({ code, name }) =>
      reports.get(code) ??
      new UserError(
        exitCode.noInput,
        `Blandt de ${which} rapporter er der ingen for ${name}. Hent den, eller udelad ${name}.`,
      ),
  };
}

const notReport = (file: string): UserError =>
  new UserError(
    exitCode.data,
    `${clean(basename(file), 300)} er ikke en rapport, som kan læses. Brug en PDF eller JSON-fil, som programmet selv har skrevet, eller et datasæts mappe.`,
  );

const severalEditions = (files: readonly string[], editions: readonly string[]): UserError =>
  new UserError(
    exitCode.usage,
    `${clean(join(files[0] ?? '', '..'), 300)} har rapporter fra flere udgaver: ${listText(editions.map((one) => clean(one)).sort())}. Læg rapporterne fra én udgave i en mappe for sig.`,
  );

/** The date is not compared, so all reports get the same. */
const anyDay = '2000-01-01';

async function madeReports(
  folder: string,
  which: string,
  options: DataOptions,
  template: Template,
): Promise<ReportSource> {
  const isFormer = which === 'tidligere';
  const dataset = await readDataset(options, template, { isFormer }).catch((fault: unknown) => {
    // What is said of a folder names it.
    throw fault instanceof DataError ? withPlace(`I datasættet ${clean(folder, 300)}`, fault) : fault;
  });
  return {
    edition: dataset.info.edition,
    codes: null,
    report: (subject) => {
      try {
        return buildReport(dataset, template, subject, anyDay);
      } catch (fault) {
        const error = withPlace(`I det ${which} datasæt`, fault);
        if (error instanceof UserError) return error;
        throw error;
      }
    },
  };
}
