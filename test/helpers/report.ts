import { readFileSync } from 'node:fs';
import { catalogueFor } from '../../src/cli/inputs.ts';
import { findMunicipality } from '../../src/municipalities/index.ts';
import {
  buildReport,
  commonFigures,
  countrySubject,
  type Indicator,
  type KeyFigure,
  municipalitySubject,
  parseTemplate,
  type Report,
  type Subject,
  type Template,
} from '../../src/report/index.ts';
import { type FakeOptions, fakeDataset } from './fake-dataset.ts';

export const templateFile = 'templates/udviklingsrapport.json';
export const templateText = readFileSync(templateFile, 'utf8');
export const template: Template = parseTemplate(templateText, templateFile);
export const catalogue = catalogueFor(template);

/** The template with something changed in its JSON, which `change` gets as it is in the file. */
export function changedTemplate(change: (raw: ReturnType<typeof JSON.parse>) => void): Template {
  const raw = JSON.parse(templateText);
  change(raw);
  return parseTemplate(JSON.stringify(raw), 'changed.json');
}

export const country: Subject = countrySubject(template);

/** The subject of a municipality by its name. */
export function municipality(name: string): Subject {
  const found = findMunicipality(name);
  if (found === null) throw new Error(`No municipality ${name}`);
  return municipalitySubject(found);
}

/** A report made of a few rows: of Glostrup, unless another subject is given. */
export function reportOf(rows: FakeOptions, subject = municipality('Glostrup'), wording = template): Report {
  return buildReport(fakeDataset(rows), wording, subject, '2026-06-06');
}

/** The same with an annex. */
export function annexReportOf(rows: FakeOptions, subject = municipality('Glostrup'), wording = template): Report {
  const dataset = fakeDataset(rows);
  return buildReport(dataset, wording, subject, '2026-06-06', commonFigures(dataset, wording));
}

export function indicatorIn<I extends { id: string }>(goals: readonly { indicators: readonly I[] }[], id: string): I {
  const found = goals.flatMap((goal) => goal.indicators).find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`No indicator ${id}`);
  return found;
}

export const indicatorOf = ({ goals }: Report, id: string): Indicator => indicatorIn(goals.goals, id);

export function keyFigureOf(report: Report, number: number): KeyFigure {
  const found = report.keyFigures.flatMap((table) => table.rows).find((row) => row.number === number);
  if (found === undefined) throw new Error(`No key figure ${number}`);
  return found;
}
