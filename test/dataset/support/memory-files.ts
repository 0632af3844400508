import { basename } from 'node:path';
import { DataError, type Dataset, type DatasetFiles, loadDataset, type Problem } from '../../../src/dataset/index.ts';
import { FileRefused } from '../../../src/file/index.ts';
import { catalogue } from './catalogue.ts';

/** Files of a dataset by name; null leaves one out. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** The text of datasaet.json, with more in it. */
export const datasaet = (more: object = {}): string =>
  JSON.stringify({ udgave: '2026-06', titel: 'Prøve', decimaltegn: ',', kilder: [], ...more, kilde: 'officiel' });

const table = (head: string, rows: readonly string[]): string => [head, ...rows, ''].join('\n');

/** The texts of the tables with these rows, "161;1.1;2024;10,5;officiel". */
export const indikatorer = (...rows: string[]): string => table('kommunekode;indikator;aar;vaerdi;kilde', rows);
export const noegletal = (...rows: string[]): string => table('kommunekode;noegletal;periode;vaerdi;kilde', rows);

const small = {
  'datasaet.json': datasaet(),
  'indikatorer.csv': indikatorer('161;1.1;2012;16;beregnet', '161;1.1;2024;10,35;officiel'),
  'noegletal.csv': noegletal('000;14;2023;1,5;officiel'),
};

/** A dataset folder in memory, named "data": the given files over valid small ones. */
export function memoryFiles(given: Files, chunk = 65_536): DatasetFiles {
  const content = new Map<string, Buffer>();
  for (const [name, text] of Object.entries({ ...small, ...given }))
    if (text !== null) content.set(name, Buffer.from(text as string));
  return {
    kind: (path) => (path === 'data' ? 'folder' : content.has(basename(path)) ? 'file' : 'missing'),
    names: () => [...content.keys()],
    open(path, limit) {
      const bytes = content.get(basename(path)) ?? Buffer.alloc(0);
      if (bytes.length > limit) throw new FileRefused(path, 'too-large', limit);
      let at = 0;
      return {
        read(into) {
          const length = Math.min(into.length, chunk, bytes.length - at);
          bytes.copy(into, 0, at, at + length);
          at += length;
          return length;
        },
        close: () => undefined,
      };
    },
  };
}

/** The dataset of such a folder. */
export const load = (given: Files, { of = catalogue, chunk }: { of?: typeof catalogue; chunk?: number } = {}) =>
  loadDataset('data', of, { files: memoryFiles(given, chunk) });

/** The dataset, or the problems that refuse it; anything else that is thrown fails the test. */
export async function loadOrProblems(...given: Parameters<typeof load>): Promise<Dataset | readonly Problem[]> {
  try {
    return await load(...given);
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
}

/** All problems, whether they refuse the dataset or not. */
export async function problemsOf(...given: Parameters<typeof load>): Promise<readonly Problem[]> {
  const result = await loadOrProblems(...given);
  return 'problems' in result ? result.problems : result;
}

export const isError = ({ severity }: Problem): boolean => severity === 'error';
