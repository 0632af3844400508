import { exitCode } from '../exit-codes.ts';
import { municipalities } from '../municipalities/index.ts';
import {
  buildReport,
  compareReports,
  countrySubject,
  differencesCsv,
  differencesJson,
  differencesText,
  municipalitySubject,
} from '../report/index.ts';
import { generationDate } from './date.ts';
import { readDataset, readTemplate } from './inputs.ts';
import type { DataOptions } from './shared-options.ts';
import type { World } from './world.ts';

export interface CompareOptions extends DataOptions {
  readonly med: string;
  readonly format: 'tekst' | 'csv' | 'json';
}

const renderers = { tekst: differencesText, csv: differencesCsv, json: differencesJson };

/** `sammenlign`: which printed figures of the 99 reports differ between two datasets. */
export async function runCompare(options: CompareOptions, world: World): Promise<number> {
  const date = generationDate(undefined, world);
  const template = readTemplate(options);
  const subjects = [countrySubject(template), ...municipalities.map(municipalitySubject)];
  const before = await readDataset({ ...options, data: options.med }, template, subjects);
  const after = await readDataset(options, template, subjects);
  const differences = subjects.flatMap((subject) =>
    compareReports(buildReport(before, template, subject, date), buildReport(after, template, subject, date)),
  );
  await world.stdout(renderers[options.format](differences));
  return exitCode.ok;
}
