import { grouped } from '../../grouped.ts';
import { baselineYearOf, type Catalogue, COUNTRY } from '../catalogue.ts';
import { wholeFile } from '../place.ts';
import { changedSubject, lostOfSubject } from '../rules/former.ts';
import type { Problem } from '../rules/rule.ts';
import { type Checked, localCodes } from './check.ts';
import { type Both, type Compared, FEW, isChanged, isChangedSeries, isLostSeries } from './compared.ts';
import type { SeriesNumbers } from './series-numbers.ts';

/** So large a share of a subject's settled numbers is changed by no revision. */
const OF_SUBJECT = 0.2;
/** Nearly all of some of its numbers. */
const NEARLY_ALL = 0.8;
/** So many numbers of a subject are gone, and so large a share; or so many newest ones are compared. */
const SEVERAL = 8;
const GONE_SHARE = 0.1;

/** Subjects whose numbers are others, or of municipalities gone, in the series of which that is not told. */
export function subjectsSinceFormer(pairs: readonly Compared[], { catalogue }: Checked): Problem[] {
  const few = pairs.filter((pair) => !isChangedSeries(pair));
  const settledOf = partsBySubject(few, ({ settled }) => settled);
  // The newest are often revised, but then of more than a few subjects.
  const tables = [...grouped(few, ({ now }) => now.table).values()];
  const unrevised = tables.filter((ones) => !areOthers(ones.flatMap(newestIn), OF_SUBJECT)).flat();
  const newestOf = partsBySubject(unrevised, newestIn);
  const baselineOf = partsBySubject(few, ({ now, settled }) => {
    const year = String(baselineYearOf(now.id, catalogue));
    return settled.filter((both) => both.was.time.code === year && isTold(both));
  });
  const lostOf = grouped(
    pairs.flatMap((pair) => (isLostSeries(pair) ? [] : pair.lost)),
    ({ code }) => code,
  );
  return [COUNTRY, ...localCodes(catalogue)].flatMap((code): Problem[] => {
    const settled = settledOf.get(code) ?? [];
    const gone = code === COUNTRY ? [] : (lostOf.get(code) ?? []);
    const had = gone.length + numbersIn(settled).length;
    const isGone = gone.length >= SEVERAL && gone.length >= had * GONE_SHARE;
    return [
      ...changedOf(code, { settled, newest: newestOf.get(code), baseline: baselineOf.get(code) }, catalogue),
      ...(isGone
        ? [lostOfSubject.at(wholeFile(`${gone[0]?.figure.place.file}`), code, gone.length, had, catalogue)]
        : []),
    ];
  });
}

/** Two zeros tell nothing. */
const isTold = ({ was, is }: Both): boolean => was.value !== 0 || is.value !== 0;

/** The newest numbers then that were final. */
const newestIn = ({ both, before }: Compared): Both[] =>
  both.filter((one) => one.was.time === before.times.at(-1) && !one.was.figure.provisional && isTold(one));

/** A subject's numbers of one series. */
interface SubjectSeries {
  readonly code: string;
  readonly series: SeriesNumbers;
  readonly both: readonly Both[];
}

const partsBySubject = (pairs: readonly Compared[], numbersOf: (pair: Compared) => readonly Both[]) =>
  grouped(
    pairs.flatMap((pair) =>
      [...grouped(numbersOf(pair), ({ is }) => is.code)].map(
        ([code, both]): SubjectSeries => ({ code, series: pair.now, both }),
      ),
    ),
    ({ code }) => code,
  );

const numbersIn = (parts: readonly SubjectSeries[]): Both[] => parts.flatMap(({ both }) => both);

const areOthers = (both: readonly Both[], share: number): boolean =>
  both.filter(isChanged).length >= both.length * share;

/** A subject's numbers, and those of them that the first page shows. */
interface SubjectNumbers {
  readonly settled: readonly SubjectSeries[];
  readonly newest: readonly SubjectSeries[] | undefined;
  readonly baseline: readonly SubjectSeries[] | undefined;
}

/** Of a subject many settled numbers are others; or nearly all of an indicator, of the key figures, or of what is shown. */
function changedOf(
  code: string,
  { settled, newest = [], baseline = [] }: SubjectNumbers,
  catalogue: Catalogue,
): Problem[] {
  const suspects = (
    parts: readonly SubjectSeries[],
    kindOf: (series: SeriesNumbers) => string,
    [least, share]: Limit,
  ) =>
    [...grouped(parts, ({ series }) => kindOf(series)).values()]
      .filter((kind) => numbersIn(kind).length >= least && areOthers(numbersIn(kind), share))
      .flat();
  const found = [
    { which: 'all', parts: suspects(settled, () => 'all', [FEW, OF_SUBJECT]) },
    {
      which: 'some',
      parts: suspects(settled, ({ table, id }) => (table === 'noegletal' ? table : id), [FEW, NEARLY_ALL]),
    },
    { which: 'newest', parts: suspects(newest, ({ table }) => table, [SEVERAL, NEARLY_ALL]) },
    { which: 'baseline', parts: suspects(baseline, ({ table }) => table, [SEVERAL, NEARLY_ALL]) },
  ] as const;
  const { which, parts } = found.find((one) => one.parts.length > 0) ?? found[0];
  const both = numbersIn(parts);
  const [first, ...others] = both.filter(isChanged);
  if (first === undefined) return [];
  const series = parts.map((part) => part.series);
  return [changedSubject.at(first.is.figure.place, code, [others.length + 1, both.length], which, series, catalogue)];
}

/** So many numbers, and so large a share of them. */
type Limit = readonly [least: number, share: number];
