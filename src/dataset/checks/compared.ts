import { grouped } from '../../grouped.ts';
import { MANY, type NumberOf, type SeriesNumbers } from './series-numbers.ts';

// What a series has beside what the edition before had of it.

/** Revisions of real series change, or take away, a smaller share of older numbers. */
export const OF_SERIES = 0.05;

/** Numbers of a time, or of a subject, that tell something. */
export const FEW = 5;

export interface Both {
  readonly was: NumberOf;
  readonly is: NumberOf;
}

export interface Compared {
  readonly now: SeriesNumbers;
  readonly before: SeriesNumbers;
  /** How many numbers there were. */
  readonly all: number;
  readonly lost: readonly NumberOf[];
  readonly both: readonly Both[];
  /** Neither provisional nor of the newest time then, which is often revised; those that are others now. */
  readonly settled: readonly Both[];
  readonly changed: readonly Both[];
}

export const numbersOf = (series: SeriesNumbers): NumberOf[] => series.times.flatMap((time) => series.numbersAt(time));

export function compared(now: SeriesNumbers, before: SeriesNumbers): Compared {
  const all = numbersOf(before);
  const [lost, both]: [NumberOf[], Both[]] = [[], []];
  for (const was of all) {
    const is = now.sameAs(was);
    if (is === undefined) lost.push(was);
    else both.push({ was, is });
  }
  const newest = before.times.at(-1);
  const settled = both.filter(({ was }) => was.time !== newest && !was.figure.provisional);
  return { ...{ now, before, lost, both, settled }, all: all.length, changed: settled.filter(isChanged) };
}

export const isChanged = ({ was, is }: Both): boolean => was.value !== is.value;
export const isChangedSeries = ({ settled, changed }: Compared): boolean =>
  settled.length >= MANY && changed.length >= settled.length * OF_SERIES;
/** Of all times, or of one of them. */
export const isLostSeries = ({ all, lost, before }: Compared): boolean =>
  lost.length >= Math.max(1, all * OF_SERIES) ||
  [...grouped(lost, ({ time }) => time)].some(
    ([time, gone]) => gone.length >= Math.max(FEW, before.count(time) * OF_SERIES),
  );
