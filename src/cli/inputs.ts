import { readFileSync } from 'node:fs';
import type { Catalogue } from '../dataset/catalogue.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { loadDataset } from '../dataset/index.ts';
import { municipalities } from '../municipalities/index.ts';
import { shipped } from '../paths.ts';
import { catalogueOf, loadTemplate, type Template } from '../report/index.ts';
import type { DataOptions } from './shared-options.ts';

/** The folder of the dataset: --data, else the one that comes with the program. */
export const datasetFolder = (options: DataOptions): string => options.data ?? shipped('fixtures/juni-2026');

/** A template with the text that it was read from. */
export interface TemplateFile {
  readonly template: Template;
  readonly text: string;
}

/** The template: --skabelon, else the one that comes with the program. Read once: its digest is that of what is used. */
export function readTemplateFile(options: DataOptions): TemplateFile {
  let text = '';
  const template = loadTemplate(options.skabelon ?? shipped('templates/udviklingsrapport.json'), (path) => {
    text = readFileSync(path, 'utf8');
    return text;
  });
  return { template, text };
}

export const readTemplate = (options: DataOptions): Template => readTemplateFile(options).template;

export const catalogueFor = (template: Template): Catalogue => catalogueOf(template, municipalities);

/** The dataset, of its figures only those that reports on `subjects` need. Errors: `UserError` 65, 66. */
export const readDataset = (
  options: DataOptions,
  template: Template,
  subjects: readonly { readonly code: string }[],
): Promise<Dataset> =>
  loadDataset(datasetFolder(options), catalogueFor(template), { subjects: new Set(subjects.map(({ code }) => code)) });
