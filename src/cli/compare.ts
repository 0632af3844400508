import type { Dataset } from '../dataset/index.ts';
import { type ExitCode, exitCode, UserError } from '../errors.ts';
import { municipalities } from '../municipalities/index.ts';
import type { Report, Subject } from '../report/index.ts';
import {
  buildReport,
  compareReports,
  countrySubject,
  differencesCsv,
  differencesJson,
  differencesText,
  type FoundDifference,
  municipalitySubject,
  type Template,
} from '../report/index.ts';
import { datasetFolder, readDataset, readTemplate } from './inputs.ts';
import type { DataOptions } from './shared-options.ts';
import type { World } from './world.ts';

export interface CompareOptions extends DataOptions {
  /** Folder of the earlier dataset. */
  readonly med: string;
  readonly format: 'tekst' | 'csv' | 'json';
}

const renderers: Record<CompareOptions['format'], (differences: readonly FoundDifference[]) => string> = {
  tekst: differencesText,
  csv: differencesCsv,
  json: differencesJson,
};

/**
 * `sammenlign`: the printed texts that differ between two datasets, for the country and all 98 municipalities. A
 * subject whose report one of them cannot make is named on standard error, and the command ends with 65.
 */
export async function runCompare(options: CompareOptions, world: World): Promise<number> {
  const template = readTemplate(options);
  const subjects = [countrySubject(template), ...municipalities.map(municipalitySubject)];
  const before = await side({ ...options, data: options.med }, template, subjects);
  const after = await side(options, template, subjects);
  const compared = subjects.map((subject) => compareIn(before, after, subject));
  for (const { faults } of compared) for (const fault of faults) world.stderr(`barometer-report: ${fault.message}\n`);
  await world.stdout(renderers[options.format](compared.flatMap(({ differences }) => differences)));
  const [fault] = compared.flatMap(({ faults }) => faults);
  return fault?.code ?? exitCode.ok;
}

/** Makes the reports of one of the two datasets. */
type Side = (subject: Subject) => Report;

/** The date is no figure, so all reports get the same. */
const anyDay = '2000-01-01';

async function side(options: DataOptions, template: Template, subjects: readonly Subject[]): Promise<Side> {
  const folder = datasetFolder(options);
  const dataset: Dataset = await named(folder, () => readDataset(options, template, subjects));
  return (subject) => buildReport(dataset, template, subject, anyDay);
}

/** Of two datasets, a message must say which it is about. */
async function named<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw fault instanceof UserError ? inFolder(folder, fault) : fault;
  }
}

const inFolder = (folder: string, fault: UserError): UserError =>
  new UserError(fault.code, `I datasættet ${folder}: ${fault.message}`, { cause: fault });

interface Compared {
  readonly differences: readonly FoundDifference[];
  readonly faults: readonly { readonly code: ExitCode; readonly message: string }[];
}

function compareIn(before: Side, after: Side, subject: Subject): Compared {
  const [was, is] = [built(before, subject, 'tidligere'), built(after, subject, 'nye')];
  const faults = [was, is].flatMap((one) => (one instanceof UserError ? [one] : []));
  if (was instanceof UserError || is instanceof UserError) return { differences: [], faults };
  return { differences: compareReports(was, is), faults };
}

function built(make: Side, subject: Subject, which: string): Report | UserError {
  try {
    return make(subject);
  } catch (fault) {
    if (fault instanceof UserError) return new UserError(fault.code, `I det ${which} datasæt: ${fault.message}`);
    throw fault;
  }
}
