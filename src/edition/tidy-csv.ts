import { type CsvField, csvFile } from '../csv.ts';
import { withComma } from '../danish/index.ts';
import { blankMarks } from '../report/index.ts';
import type { Entry, SharedSeries, TimedFigure } from './series.ts';
import { isIn, type Years } from './years.ts';

const header = ['kommunekode', 'kommune', 'nummer', 'tid', 'vaerdi', 'enhed', 'maerke', 'kilde'];

/**
 * Series in tidy form, one row per figure of the dataset, unrounded with a decimal comma: what opens in Danish Excel. A
 * number such as 1.1 stands as "Indikator 1.1", which Excel does not take for a date. Without `years` the rows are of the
 * baseline and the status; `years` "all" asks for all.
 */
export function tidyCsv(series: readonly SharedSeries[], years: Years | 'all' | null): string {
  const rows = series.flatMap((one) =>
    one.entries.flatMap((entry) => figuresOf(entry, years).map((figure) => rowOf(one, entry, figure))),
  );
  return csvFile([header, ...rows]);
}

export const isTidyCsv = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 200))
    .toString('utf8')
    .startsWith(csvFile([header]).trimEnd());

/** Without what no row of the dataset holds, which is no figure. */
function figuresOf({ status, baseline, figures }: Entry, years: Years | 'all' | null): TimedFigure[] {
  const times = [status, baseline].flatMap((cell) => cell?.figures.map(({ time }) => time) ?? []);
  const isWanted = (time: string): boolean =>
    years === 'all' || (years === null ? times.includes(time) : isIn(years, time));
  return figures.filter(({ time, provenance }) => provenance !== null && isWanted(time));
}

function rowOf({ label, unit }: SharedSeries, { report: { subject } }: Entry, figure: TimedFigure): CsvField[] {
  const { time, value, blank, provisional, provenance } = figure;
  const mark = `${blank === null ? '' : blankMarks[blank]}${provisional ? '*' : ''}`;
  const number = value === null ? '' : { number: withComma(value) };
  return [subject.code, subject.name, label, time, number, unit, mark, provenance ?? ''];
}
