import { clean, formatNumber } from '../danish/index.ts';
import type { Publication, SeriesNote } from '../dataset/index.ts';
import { usageError } from '../errors.ts';
import {
  type AnnexIndicator,
  type Cell,
  type HistoryFigure,
  type Report,
  type ReportRow,
  rowsOf,
} from '../report/index.ts';

/** An indicator or a key figure, with what each report shows of it, in the order of the reports. */
export interface SharedSeries {
  readonly kind: ReportRow['kind'];
  readonly id: string; // "1.1", "14"
  readonly label: string; // "Indikator 1.1", "Nøgletal 14"
  readonly name: string; // "Beskæftigelsesgab"
  readonly text: string; // "Beskæftigelsesgab mellem 25-64-årige ..."
  /** Name of its goal, or of its table of key figures. */
  readonly group: string;
  readonly unit: string;
  readonly measure: AnnexIndicator['measure'];
  readonly decimals: number;
  /** The direction that the goal wants, and in words, "lavere er bedre"; null for a key figure, which has none. */
  readonly better: AnnexIndicator['better'] | null;
  readonly betterText: string | null;
  /** An indicator's baseline year, and its status year or a key figure's period, in words; null when there is none. */
  readonly baselineTime: string | null;
  readonly statusTime: string | null;
  readonly about: SeriesNote | null;
  readonly entries: readonly Entry[];
  /** It is measured for municipalities too; true as well when there is none among the entries. */
  readonly isLocal: boolean;
}

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

/** The series of reports of one dataset, which have annexes, in the order in which a report shows them. */
export function sharedSeries(reports: readonly Report[]): SharedSeries[] {
  const [first] = reports;
  if (first === undefined) return [];
  const all = reports.map((report) => {
    const indicators = new Map(report.annex?.goals.flatMap((goal) => goal.indicators.map((one) => [one.id, one])));
    return rowsOf(report).map((row) => entryOf(report, row, indicators));
  });
  return rowsOf(first).map((row, index) => {
    const entries = all.flatMap((one) => one[index] ?? []);
    const isLocal = entries.every(({ status }) => status.blank !== 'not-local');
    return { ...describe(row, entries[0]?.indicator ?? null), entries, isLocal };
  });
}

function entryOf(report: Report, row: ReportRow, indicators: ReadonlyMap<string, AnnexIndicator>): Entry {
  if (row.kind === 'noegletal') {
    const status = row.keyFigure.cells[0] as Cell;
    return { report, status, baseline: null, change: null, indicator: null, figures: figuresOf(status) };
  }
  const { id, status, baseline, change } = row.indicator;
  const indicator = indicators.get(id);
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

/** What is true of a series whoever's figures are shown. */
function describe(row: ReportRow, annex: AnnexIndicator | null): Omit<SharedSeries, 'entries' | 'isLocal'> {
  const { kind, label, text } = row;
  if (row.kind === 'noegletal') {
    const { number, name, measure, period, cells, about = null } = row.keyFigure;
    const { unit = '', decimals = 0 } = cells[0] ?? {};
    const described = { kind, id: String(number), label, name, text, group: row.table, unit, measure, decimals, about };
    return { ...described, better: null, betterText: null, baselineTime: null, statusTime: period || null };
  }
  const { goal, indicator } = row;
  const { id, measure, status, about = null } = indicator;
  const { name = '', better = null, betterText = null } = annex ?? {};
  return {
    ...{ kind, id, label, name, text: text.replace(`${id} `, ''), group: goal.name },
    ...{ unit: status.unit, measure, decimals: status.decimals, better, betterText, about },
    ...{ baselineTime: String(goal.baselineYear), statusTime: goal.statusText || null },
  };
}

/** Who publishes an edition, and where: nobody knows where `datasaet.json` does not say. */
export const publicationOf = ({ dataset }: Report): Publication =>
  dataset.publication ?? { publisher: null, contact: null, licence: null, address: null, accessibility: null };

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Reads "2019-2024" or "2024". Errors: `UserError` 2. */
export function parseYears(text: string): Years {
  const [, first, last = first] = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(text.trim()) ?? [];
  if (first === undefined || Number(first) > Number(last))
    throw usageError(
      `--aar ${clean(text)} er ikke et år eller et interval. Skriv fx --aar 2024 eller --aar 2019-2024.`,
    );
  return { from: Number(first), to: Number(last) };
}

/** Whether a time, "2024" or "2025K2", begins in one of the years. */
export const isIn = ({ from, to }: Years, time: string): boolean => {
  const year = Number(time.slice(0, 4));
  return year >= from && year <= to;
};

/** The times, in order, that any of the entries has in the years. */
export const timesIn = (entries: readonly Entry[], years: Years): string[] => {
  const times = entries.flatMap(({ figures }) => figures.map(({ time }) => time));
  return [...new Set(times)].filter((time) => isIn(years, time)).sort();
};
