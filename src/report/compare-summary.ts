import { COUNTRY } from '../dataset/index.ts';
import { compare, quartile, subtract } from '../decimal.ts';
import { grouped } from '../grouped.ts';
import type { ComparedCell, Difference } from './compare.ts';
import { isMadeUp } from './marks.ts';

/** All that differs between two sets of reports. */
export interface Comparison {
  /** How many reports were compared. */
  readonly reports: number;
  /** Those with differing figures, the one that differs for most municipalities first. */
  readonly series: readonly SeriesDifference[];
  /** What differs alike in all reports, if there are several: each once, with the subject of the first. */
  readonly common: readonly Difference[];
  readonly others: readonly Difference[];
}

/** How a series differs. A municipality counts once: by its status, or by its change where only that differs. */
export interface SeriesDifference {
  readonly row: string; // "Indikator 1.1", "Nøgletal 13"
  readonly name: string;
  /** The cell that most are counted by. */
  readonly column: 'status' | 'change';
  readonly time: { readonly before: string; readonly after: string };
  /** Municipalities that had a number and have another text now. */
  readonly changed: number;
  /** From number to number; null when none has both. */
  readonly median: string | null;
  readonly largest: { readonly name: string; readonly change: string } | null;
  /** Municipalities that had no number before; whose cell is blank now; whose row is gone; of other provenance. */
  readonly fresh: number;
  readonly blank: number;
  readonly gone: number;
  readonly provenance: number;
  /** A number that differs rests on a made-up figure, in one of the editions. */
  readonly madeUp: boolean;
  /** The whole country's cell, when it differs. */
  readonly country: { readonly before: string | null; readonly after: string | null } | null;
}

/** `differences` are those of all `reports`, report by report. */
export function summarise(differences: readonly Difference[], reports: number): Comparison {
  const alike = grouped(differences, ({ row, column, kind, before, after }) =>
    JSON.stringify([row, column, kind, before, after]),
  );
  const isCommon = (found: readonly Difference[]): boolean =>
    reports > 1 && new Set(found.map(({ subject }) => subject.code)).size === reports;
  const common = [...alike.values()].filter(isCommon);
  const told = new Set(common.flat());
  return {
    reports,
    series: seriesDifferences(differences),
    common: common.flatMap(([first]) => first ?? []),
    others: differences.filter((one) => !told.has(one)),
  };
}

function seriesDifferences(differences: readonly Difference[]): SeriesDifference[] {
  const ofCells = differences.filter(({ kind }) => kind === 'tal' || kind === 'kilde');
  const found = [...grouped(ofCells, ({ row }) => row)].map(([row, group]) => seriesDifference(row, group));
  return found.sort((a, b) => b.count - a.count || b.size - a.size).map(({ count: _, size: __, ...series }) => series);
}

/** The column of a key figure that shows the whole country in a municipality's report. */
const OTHERS = '1';
const cellOf = ({ cells }: Difference): ComparedCell | null => cells.after ?? cells.before;

function seriesDifference(row: string, group: readonly Difference[]) {
  const isCountry = ({ subject }: Difference) => subject.code === COUNTRY;
  const own = group.filter((one) => !isCountry(one) && cellOf(one)?.column !== OTHERS);
  const numbers = own.filter(({ kind }) => kind === 'tal');
  const counted = [...grouped(numbers, ({ subject }) => subject.code).values()].flatMap(([first]) => first ?? []);
  const moves = counted.flatMap(({ subject, cells: { before, after } }) => {
    if (before?.value == null || after?.value == null) return [];
    return [{ name: subject.name, before: before.value, change: subtract(after.value, before.value) }];
  });
  const had = (one: Difference): boolean => one.cells.before?.value != null;
  const has = (one: Difference): boolean => one.cells.after?.value != null;
  const gone = counted.filter(({ after }) => after === null);
  const blank = counted.filter((one) => one.after !== null && had(one) && !has(one));
  const fresh = counted.filter((one) => !had(one) && has(one));
  const country = group.find((one) => one.kind === 'tal' && (isCountry(one) || cellOf(one)?.column === OTHERS));
  const example = commonest(counted.map((one) => one.cells)) ?? (country ?? group[0])?.cells;
  const changes = moves.map(({ change }) => change).sort(compare);
  const median = quartile(changes, 2);
  const largest = moves.toSorted((a, b) => Math.abs(Number(b.change)) - Math.abs(Number(a.change)))[0];
  const usual = Number(quartile(moves.map(({ before }) => before).sort(compare), 2) ?? 0);
  return {
    ...{ row, name: (example?.after ?? example?.before)?.seriesName ?? '' },
    column: (example?.after ?? example?.before)?.column === 'change' ? ('change' as const) : ('status' as const),
    time: { before: example?.before?.time ?? '', after: example?.after?.time ?? '' },
    changed: counted.length - gone.length - blank.length - fresh.length,
    median,
    largest: largest === undefined ? null : { name: largest.name, change: largest.change },
    ...{ fresh: fresh.length, blank: blank.length, gone: gone.length },
    provenance: new Set(own.filter(({ kind }) => kind === 'kilde').map(({ subject }) => subject.code)).size,
    madeUp: group.some(restsOnMadeUp),
    country: country === undefined ? null : { before: country.before, after: country.after },
    // What the series are sorted by: how many differ, and by how much of what is usual.
    count: counted.length,
    size: Math.abs(Number(median ?? 0)) / Math.max(1, Math.abs(usual)),
  };
}

/** The cells of a difference that are there. */
export const cellsIn = ({ cells: { before, after } }: Difference): ComparedCell[] =>
  [before, after].filter((cell) => cell !== null);

export const restsOnMadeUp = (difference: Difference): boolean => cellsIn(difference).some(isMadeUp);

/** The cells with the times that most have. */
function commonest(cells: readonly Difference['cells'][]): Difference['cells'] | undefined {
  const byTimes = grouped(cells, ({ before, after }) => JSON.stringify([before?.time, after?.time, after?.column]));
  return [...byTimes.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}
