import { type CsvColumns, csvOf } from '../csv.ts';
import { withComma } from '../danish/index.ts';
import { blankMarks } from '../report/index.ts';
import { type Entry, isIn, type SharedSeries, type TimedFigure, type Years } from './series.ts';

/** A figure of the dataset, with its series and whose it is. */
interface Line {
  readonly series: SharedSeries;
  readonly entry: Entry;
  readonly figure: TimedFigure;
}

const columns: CsvColumns<Line> = {
  kommunekode: ({ entry }) => entry.report.subject.code,
  kommune: ({ entry }) => entry.report.subject.name,
  nummer: ({ series }) => series.label,
  tid: ({ figure }) => figure.time,
  vaerdi: ({ figure: { value } }) => (value === null ? '' : { number: withComma(value) }),
  enhed: ({ series }) => series.unit,
  maerke: ({ figure: { blank, provisional } }) => `${blank === null ? '' : blankMarks[blank]}${provisional ? '*' : ''}`,
  kilde: ({ figure }) => figure.provenance ?? '',
};

/**
 * Series in tidy form, one row per figure of the dataset, unrounded with a decimal comma: what opens in Danish Excel. A
 * number such as 1.1 stands as "Indikator 1.1", which Excel does not take for a date. Without `years` the rows are of the
 * baseline and the status; `years` "all" asks for all.
 */
export const tidyCsv = (all: readonly SharedSeries[], years: Years | 'all' | null): string =>
  csvOf(
    columns,
    all.flatMap((series) =>
      series.entries.flatMap((entry) => figuresOf(entry, years).map((figure) => ({ series, entry, figure }))),
    ),
  );

export const isTidyCsv = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 200)).toString('utf8').startsWith(csvOf(columns, []).trimEnd());

/** Without what no row of the dataset holds, which is no figure. */
function figuresOf({ status, baseline, figures }: Entry, years: Years | 'all' | null): TimedFigure[] {
  const times = [status, baseline].flatMap((cell) => cell?.figures.map(({ time }) => time) ?? []);
  const isWanted = (time: string): boolean =>
    years === 'all' || (years === null ? times.includes(time) : isIn(years, time));
  return figures.filter(({ time, provenance }) => provenance !== null && isWanted(time));
}
