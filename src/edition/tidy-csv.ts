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

/** From the code to the provenance, each in its line; a number that was edited looks as one that was not. */
const tidyRow = /^\d{3};.*;.*;.*;.*;.*;.*;(officiel|beregnet|eksempel)$/;

/** True for a file in which nobody has added anything: columns, rows of another shape, line ends. */
export function isTidyCsv(bytes: Uint8Array): boolean {
  const head = csvOf(columns, []);
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.startsWith(head) || (text !== head && !text.endsWith('\r\n'))) return false;
  const rows = text.slice(head.length).split('\r\n').slice(0, -1);
  return rows.every((row) => tidyRow.test(row));
}

/** Without what no row of the dataset holds, which is no figure. */
function figuresOf({ status, baseline, figures }: Entry, years: Years | 'all' | null): TimedFigure[] {
  const times = [status, baseline].flatMap((cell) => cell?.figures.map(({ time }) => time) ?? []);
  const isWanted = (time: string): boolean =>
    years === 'all' || (years === null ? times.includes(time) : isIn(years, time));
  return figures.filter(({ time, provenance }) => provenance !== null && isWanted(time));
}
