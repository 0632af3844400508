import { type Suspicion, seriesCopied, seriesExchanged } from '../rules/suspicions.ts';
import { MANY, type SeriesNumbers } from './series-numbers.ts';
import { distance, equality, type Step } from './step.ts';
import { isNearer, NEAR_YEARS } from './suspicions.ts';

/** Series whose newest numbers are those of another series of the same table and measure: exchanged, or copied from it. */
export function exchanged(newest: readonly Step[]): Map<SeriesNumbers, Suspicion> {
  const pairs = newest.flatMap((a, i) => newest.slice(i + 1).map((b) => [a, b] as const));
  const alike = pairs.filter(([{ series: a }, { series: b }]) => a.table === b.table && a.measure === b.measure);
  return new Map(alike.flatMap(([a, b]) => [...copied(a, b), ...crossed(a, b)]));
}

type SuspicionOf = readonly [series: SeriesNumbers, suspicion: Suspicion];

/** Both have the other's numbers. Over many years a series may well move to where another one was. */
function crossed(a: Step, b: Step): SuspicionOf[] {
  if (a.after.kind !== b.after.kind || a.years > NEAR_YEARS || b.years > NEAR_YEARS) return [];
  const far = (to: Step, from: Step) => distance(from.series.scaled(from.before), to.series.scaled(to.after));
  const there = far(a, b);
  if (!isNearer(there, a.straight)) return [];
  const back = far(b, a);
  if (!isNearer(back, b.straight)) return [];
  return [
    [a.series, seriesExchanged.of(b.series.id, there.median, a.straight.median)],
    [b.series, seriesExchanged.of(a.series.id, back.median, b.straight.median)],
  ];
}

/** The newest numbers of both are the same: the one that has moved farther from its own is the copy. */
function copied(a: Step, b: Step): SuspicionOf[] {
  const { equal, of } = equality(b.now, a.now, a.series);
  if (of < MANY || equal < of / 2) return [];
  const [copy, source] = a.straight.median > b.straight.median ? [a, b] : [b, a];
  return [[copy.series, seriesCopied.of(source.series.id, equal, of)]];
}
