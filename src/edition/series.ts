import { formatNumber } from '../danish/index.ts';
import type { SeriesNote } from '../dataset/index.ts';
import {
  type AnnexIndicator,
  type Cell,
  type HistoryFigure,
  type IndicatorRow,
  type KeyFigureRow,
  type Report,
  type ReportRow,
  rowsOf,
} from '../report/index.ts';

/** An indicator or a key figure, and what is true of it whoever's figures are shown. */
export interface SeriesFacts {
  readonly kind: ReportRow['kind'];
  readonly id: string; // "1.1", "14"
  readonly label: string; // "Indikator 1.1", "Nøgletal 14"
  readonly name: string; // "Beskæftigelsesgab"
  readonly text: string; // "Beskæftigelsesgab mellem 25-64-årige ..."
  /** Name of its goal, or of its table of key figures. */
  readonly group: string;
  readonly unit: string;
  readonly decimals: number;
  /** The direction that the goal wants, and in words, "lavere er bedre"; null for a key figure, which has none. */
  readonly better: AnnexIndicator['better'] | null;
  readonly betterText: string | null;
  /** An indicator's baseline year, and its status year or a key figure's period, in words; null when there is none. */
  readonly baselineTime: string | null;
  readonly statusTime: string | null;
  readonly about: SeriesNote | null;
}

/** What one report shows of a series. */
export interface Entry {
  readonly report: Report;
  readonly status: Cell;
  /** Null for a key figure, and so is `change`. */
  readonly baseline: Cell | null;
  readonly change: Cell | null;
  /** An indicator with its movement, history and spread; null for a key figure. */
  readonly indicator: AnnexIndicator | null;
  /** By time: an indicator's from the baseline to the status year, a key figure's only one. */
  readonly figures: readonly TimedFigure[];
}

/** A figure as a table of years shows it: `text` has no unit. */
export interface TimedFigure extends Omit<HistoryFigure, 'symbol'> {
  readonly time: string; // "2024", "2025K2"
}

/** A series with what each report shows of it, in the order of the reports. */
export interface SharedSeries extends SeriesFacts {
  readonly entries: readonly Entry[];
  /** It is measured for municipalities too; true as well when there is none among the entries. */
  readonly isLocal: boolean;
}

/** All that is shown together: one series at least. */
export type SomeSeries = readonly [SharedSeries, ...SharedSeries[]];

/** The series of reports of one dataset, which have annexes, in the order in which a report shows them. */
export function sharedSeries(reports: readonly [Report, ...Report[]]): SomeSeries {
  const entries = reports.map((report) => {
    const indicators = report.annex?.goals.flatMap((goal) => goal.indicators) ?? [];
    const annexOf = (id: string): AnnexIndicator | undefined => indicators.find((indicator) => indicator.id === id);
    return rowsOf(report).map((row) => entryOf(report, row, annexOf));
  });
  const [first, ...others] = rowsOf(reports[0]).map((row, index) => {
    const all = entries.flatMap((one) => one[index] ?? []);
    const isLocal = all.every(({ status }) => status.blank !== 'not-local');
    return { ...describe(row, all[0]?.indicator ?? null), entries: all, isLocal };
  });
  if (first === undefined) throw new RangeError('A report without rows has no series.');
  return [first, ...others];
}

function entryOf(report: Report, row: ReportRow, annexOf: (id: string) => AnnexIndicator | undefined): Entry {
  if (row.kind === 'noegletal') {
    const status = row.keyFigure.cells[0] as Cell;
    return { report, status, baseline: null, change: null, indicator: null, figures: figuresOf(status) };
  }
  const { id, status, baseline, change } = row.indicator;
  const indicator = annexOf(id);
  if (indicator === undefined) throw new RangeError(`The report of ${report.subject.name} has no annex.`);
  const history = indicator.history.map(({ year, subject }) => ({ time: String(year), ...subject }));
  // A status year before the baseline is no part of the history.
  const beside = [baseline, status].flatMap(figuresOf).filter(({ time }) => history.every((one) => one.time !== time));
  return { report, status, baseline, change, indicator, figures: [...history, ...beside].sort(byTime) };
}

const byTime = (a: TimedFigure, b: TimedFigure): number => (a.time < b.time ? -1 : 1);

/** The figure of a cell that shows one; none when nobody has one. */
const figuresOf = ({ value, blank, spoken, decimals, figures }: Cell): TimedFigure[] =>
  figures.flatMap(({ time, provisional, provenance }) => {
    if (time === '') return [];
    const text = value === null ? '' : formatNumber(value, decimals);
    return [{ time, value, text, spoken, blank, provisional, provenance }];
  });

function describe(row: ReportRow, indicator: AnnexIndicator | null): SeriesFacts {
  const text = row.kind === 'indikator' ? row.text.replace(`${row.indicator.id} `, '') : row.text;
  const common = { kind: row.kind, label: row.label, text };
  return row.kind === 'indikator'
    ? { ...common, ...describeIndicator(row, indicator) }
    : { ...common, ...describeKeyFigure(row) };
}

type Described = Omit<SeriesFacts, 'kind' | 'label' | 'text'>;

const describeIndicator = (
  { goal, indicator: { id, status, about } }: IndicatorRow,
  annex: AnnexIndicator | null,
): Described => ({
  id,
  name: annex?.name ?? '',
  group: goal.name,
  unit: status.unit,
  decimals: status.decimals,
  better: annex?.better ?? null,
  betterText: annex?.betterText ?? null,
  baselineTime: String(goal.baselineYear),
  statusTime: goal.statusText || null,
  about: about ?? null,
});

const describeKeyFigure = ({ table, keyFigure: { number, name, period, cells, about } }: KeyFigureRow): Described => ({
  id: String(number),
  name,
  group: table,
  unit: cells[0]?.unit ?? '',
  decimals: cells[0]?.decimals ?? 0,
  better: null,
  betterText: null,
  baselineTime: null,
  statusTime: period || null,
  about: about ?? null,
});
