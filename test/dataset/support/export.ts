import { type Dataset, problemLine, suggestFor } from '../../../src/dataset/index.ts';
import { seriesTexts } from '../../../src/report/index.ts';
import { template } from '../../helpers/report.ts';
import { wholeCatalogue } from './catalogue.ts';
import {
  datasaet,
  type Files,
  indikatorer,
  isError,
  load,
  memoryFiles,
  noegletal,
  problemsOf,
} from './memory-files.ts';

/** Mappings of an export in long form, and of a wide one, both of one series. */
export const long = {
  tabel: 'indikatorer',
  kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
  serie: '1.2',
};
export const wide = { tabel: 'indikatorer', form: 'bred', kolonner: { kommune: 'A' }, serie: '1.2' };

/** A dataset of an export alone, read as the mappings say. */
const filesOf = (name: string, content: string | Uint8Array, mappings: readonly object[]): Files => ({
  'datasaet.json': datasaet({ statbank: mappings.map((mapping) => ({ fil: name, ...mapping })) }),
  'indikatorer.csv': indikatorer(),
  'noegletal.csv': noegletal(),
  [name]: content,
});

export const loadExport = (name: string, content: string | Uint8Array, ...mappings: object[]): Promise<Dataset> =>
  load(filesOf(name, content, mappings), { of: wholeCatalogue });

/** The errors of such a dataset as `valider` writes them, whether they refuse it or not. */
export async function exportErrors(name: string, content: string | Uint8Array, mapping: object): Promise<string[]> {
  const problems = await problemsOf(filesOf(name, content, [mapping]), { of: wholeCatalogue });
  return problems.filter(isError).map(problemLine);
}

/** The values of Glostrup's or other subjects' indicator 1.2 of 2024. */
export const valuesOf = (dataset: Dataset, ...codes: string[]): string[] =>
  codes.map((code) => dataset.indicator(code, '1.2', 2024)?.value ?? 'none');

/** What `tilpas` begins for a file; without content the file is missing. */
export const suggest = (name: string, content: string | Uint8Array | null, sheet?: string) => {
  const said = { sheetOption: '--sheet', checkCommand: 'check <folder>' };
  const options = { sheet, ...said, texts: seriesTexts(template), files: memoryFiles({ [name]: content }) };
  return suggestFor(`data/${name}`, wholeCatalogue, options);
};
