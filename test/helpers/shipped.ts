import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { loadDataset } from '../../src/dataset/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { buildReport, commonFigures, municipalitySubject, type Report, type Subject } from '../../src/report/index.ts';
import { shippedDataset } from './changed-dataset.ts';
import type { Row } from './fake-dataset.ts';
import { catalogue, country, template } from './report.ts';
import { tries } from './tries.ts';

const dataset = await loadDataset(shippedDataset, catalogue);
const common = commonFigures(dataset, template);

export const subjects: readonly Subject[] = [country, ...municipalities.map(municipalitySubject)];

/** A report of the dataset that comes with the program. */
export const shippedReport = (subject: Subject): Report => buildReport(dataset, template, subject, '2026-06-06');

const annexReports = new Map<string, Report>();

/** The same with an annex; made once, for all files that ask for it. */
export function shippedAnnexReport(subject: Subject): Report {
  const made = annexReports.get(subject.code) ?? buildReport(dataset, template, subject, '2026-06-06', common);
  annexReports.set(subject.code, made);
  return made;
}

/** The country and some of the municipalities from all over it; all of them with `THOROUGH=1`. */
export const someSubjects = subjects.filter((_, index) => index % tries(6, 1) === 0);

/** The rows of one of its files, read without the program. */
export const shippedRows = (file: 'indikatorer' | 'noegletal'): Row[] =>
  (parse(readFileSync(`${shippedDataset}/${file}.csv`), { delimiter: ';', from: 2 }) as string[][]).map(
    ([subject = '', series = '', time = '', value = '']): Row => [subject, series, time, value],
  );
