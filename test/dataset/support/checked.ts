import { inspectDataset, type Problem } from '../../../src/dataset/index.ts';
import { wholeCatalogue } from './catalogue.ts';
import { datasaet, indikatorer, memoryFiles, noegletal } from './memory-files.ts';

export const everyone = [...wholeCatalogue.subjects.keys()];
export const local = everyone.slice(1);

/** A row of a subject: series, time, value. */
export type Row = readonly [subject: string, series: string, time: string | number, value: string | number];

/** Rows of everyone of a series at some times, all with the same value. */
export const all = (
  series: string,
  times: readonly (string | number)[],
  value: string | number,
  of: readonly string[] = everyone,
): Row[] => of.flatMap((subject) => times.map((time): Row => [subject, series, time, value]));

interface Given {
  readonly indicators?: readonly Row[];
  readonly keyFigures?: readonly Row[];
  readonly json?: object;
  /** What everyone has a row of in each table, if nothing else is said. */
  readonly base?: Readonly<Record<'indicators' | 'keyFigures', readonly Row[]>>;
}

/** What the rows of these datasets meet because all of them are alike, and old. */
const ofAlikeRows = ['ubrugt', 'samme-tal', 'samme-som-serie', 'udfyldt-nedad', 'gamle-tal'];

export const everyonesRow = { indicators: all('7.2', [2012, 2024], 50), keyFigures: all('13', ['2024'], 50) };

/** All problems of a dataset with the given rows beside those of `base`. */
export async function problemsOf({ indicators = [], keyFigures = [], json, base = everyonesRow }: Given) {
  const texts = (rows: readonly Row[]): string[] => rows.map((row) => `${row.join(';')};`);
  const files = memoryFiles({
    'datasaet.json': datasaet(json),
    'indikatorer.csv': indikatorer(...texts(base.indicators), ...texts(indicators)),
    'noegletal.csv': noegletal(...texts(base.keyFigures), ...texts(keyFigures)),
  });
  return (await inspectDataset('data', wholeCatalogue, files)).problems.filter(
    ({ rule }) => !ofAlikeRows.includes(rule.id),
  );
}

export const messages = (problems: readonly Problem[], rule: string): string[] =>
  problems.filter((problem) => problem.rule.id === rule).map(({ message }) => message);
export const found = async (rule: string, given: Given): Promise<string[]> => messages(await problemsOf(given), rule);
