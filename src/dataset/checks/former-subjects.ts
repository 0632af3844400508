import { grouped } from '../../grouped.ts';
import { type Catalogue, COUNTRY } from '../catalogue.ts';
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
      ...changedOf(code, settled, newestOf.get(code) ?? [], catalogue),
      ...(isGone
        ? [lostOfSubject.at(wholeFile(`${gone[0]?.figure.place.file}`), code, gone.length, had, catalogue)]
        : []),
    ];
  });
}

/** The newest numbers then that were final. Two zeros tell nothing. */
const newestIn = ({ both, before }: Compared): Both[] =>
  both.filter(
    ({ was, is }) => was.time === before.times.at(-1) && !was.figure.provisional && (was.value !== 0 || is.value !== 0),
  );

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

/** Of a subject many settled numbers are others; or nearly all of an indicator, of the key figures, or of a table's newest. */
function changedOf(
  code: string,
  settled: readonly SubjectSeries[],
  newest: readonly SubjectSeries[],
  catalogue: Catalogue,
): Problem[] {
  const suspects = (
    parts: readonly SubjectSeries[],
    kindOf: (series: SeriesNumbers) => string,
    least: number,
    share: number,
  ) =>
    [...grouped(parts, ({ series }) => kindOf(series)).values()]
      .filter((kind) => numbersIn(kind).length >= least && areOthers(numbersIn(kind), share))
      .flat();
  const tell = (parts: readonly SubjectSeries[], which: 'settled' | 'newest', isAll = false): Problem[] => {
    const both = numbersIn(parts);
    const [first, ...others] = both.filter(isChanged);
    if (first === undefined) return [];
    const series = isAll ? [] : parts.map((part) => part.series);
    const count = others.length + 1;
    return [changedSubject.at(first.is.figure.place, code, count, both.length, which, series, catalogue)];
  };
  const all = suspects(settled, () => 'all', FEW, OF_SUBJECT);
  if (all.length > 0) return tell(all, 'settled', true);
  const some = suspects(settled, ({ table, id }) => (table === 'noegletal' ? table : id), FEW, NEARLY_ALL);
  if (some.length > 0) return tell(some, 'settled');
  return tell(
    suspects(newest, ({ table }) => table, SEVERAL, NEARLY_ALL),
    'newest',
  );
}
