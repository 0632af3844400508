import { atomicWrite } from '../../batch/atomic-write.ts';
import { type Press, type Printed, printJson, printPdf } from '../../batch/press.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { makeKit } from '../../document/index.ts';
import { UserError } from '../../errors.ts';
import { exitCode } from '../../exit-codes.ts';
import { loadFonts } from '../../pdf/index.ts';
import { buildReport, countrySubject, type Template } from '../../report/index.ts';
import type { Subject } from '../../report/report.ts';
import { generationDate } from '../date.ts';
import { help } from '../help.ts';
import { readDataset, readTemplate } from '../inputs.ts';
import type { DataOptions } from '../shared-options.ts';
import { type SubjectOptions, subjectsOf } from '../subjects.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { type Format, fileName, pathIn, type Target, targetOf } from './target.ts';

export interface ReportOptions extends DataOptions, SubjectOptions {
  readonly ud?: string;
  readonly dato?: string;
  readonly format: Format;
  readonly stille?: boolean;
}

interface Work {
  readonly dataset: Dataset;
  readonly template: Template;
  readonly date: string;
  readonly format: Format;
  readonly target: Target;
  readonly press: Press;
}

/** Makes the reports that were asked for, one after the other. */
export async function runReports(options: ReportOptions, world: World): Promise<number> {
  const date = generationDate(options.dato, world);
  const template = readTemplate(options);
  const subjects = subjectsOf(options, countrySubject(template));
  if (subjects.length === 0) throw new UserError(exitCode.usage, help.nothingAsked);
  const target = targetOf(options.ud, options.format, subjects.length);
  const dataset = await readDataset(options, template, subjects);
  const press = { kit: makeKit(loadFonts()), creator: `barometer-report ${version()}` };
  const work = { dataset, template, date, format: options.format, target, press };
  return subjects.length === 1
    ? makeOne(subjects[0] as Subject, work, options, world)
    : makeMany(subjects, work, options, world);
}

async function makeOne(subject: Subject, work: Work, options: ReportOptions, world: World): Promise<number> {
  const written = await deliver(print(subject, work), work.target, world);
  if (written !== null && options.stille !== true) await world.stdout(`${written}\n`);
  return exitCode.ok;
}

/** A subject whose data is wrong is named, and the others are made. */
async function makeMany(subjects: readonly Subject[], work: Work, options: ReportOptions, world: World) {
  let failures = 0;
  for (const subject of subjects) {
    try {
      await makeOne(subject, work, options, world);
    } catch (fault) {
      if (!(fault instanceof UserError) || fault.code !== exitCode.data) throw fault;
      failures += 1;
      world.stderr(`barometer-report: ${fault.message}\n`);
    }
  }
  if (failures === 0) return exitCode.ok;
  world.stderr(`barometer-report: ${failures} af ${subjects.length} rapporter kunne ikke laves.\n`);
  return exitCode.partial;
}

function print(subject: Subject, { dataset, template, date, format, press }: Work): Printed & { file: string } {
  const report = buildReport(dataset, template, subject, date);
  const file = fileName(subject, report.edition, format);
  const printed = format === 'json' ? printJson(report) : printPdf(report, file.replace(/\.pdf$/, ''), press);
  return { ...printed, file };
}

/** Path written, or null for standard output. */
async function deliver(printed: Printed & { file: string }, target: Target, world: World): Promise<string | null> {
  if (target.kind === 'stdout') {
    await world.stdout(printed.bytes);
    return null;
  }
  const path = pathIn(target.folder, target.kind === 'file' ? target.file : printed.file);
  await atomicWrite(path, printed.bytes);
  return path;
}
