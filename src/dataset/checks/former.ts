import { median } from 'simple-statistics';
import { COUNTRY } from '../catalogue.ts';
import { isAccepted } from '../declaration.ts';
import { type Place, wholeFile } from '../place.ts';
import {
  changedSeries,
  formerNotEarlier,
  formerUnread,
  lostNumbers,
  nothingNew,
  otherProvenance,
  sameUnderNewTime,
} from '../rules/former.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, type Checked, oneByOne } from './check.ts';
import {
  type Both,
  type Compared,
  compared,
  isChanged,
  isChangedSeries,
  isLostSeries,
  numbersOf,
  OF_SERIES,
} from './compared.ts';
import { subjectsSinceFormer } from './former-subjects.ts';
import { MANY, type SeriesNumbers } from './series-numbers.ts';
import { distance, equality, newestStep } from './step.ts';

/** Of the newest numbers of a series, which are often revised, so many move by half of what they do in a year. */
const OF_NEWEST = 0.5;
/** So many of a series' changed numbers are those of another. */
const MOST = 0.8;
/** So many newest numbers have become those of the time before, and no other has changed. */
const COPIED = 3;

/** What differs from the edition before, of figures that it had too. */
export const sinceFormer: Check = (checked) => {
  const { former, formerFolder: folder, declaration } = checked;
  if (folder === null) return [];
  const place = declaration.place([folder.option === null ? 'forrige' : 'udgave']);
  if (former === null) return [formerUnread.at(place, folder)];
  if (former.edition >= declaration.edition)
    return [formerNotEarlier.at(place, folder, former.edition, declaration.edition)];
  const pairs = checked.series.flatMap((now) => {
    const before = former.series.find(({ table, id }) => table === now.table && id === now.id);
    return before === undefined || before.times.length === 0 ? [] : [compared(now, before)];
  });
  return [
    ...ofSeries(pairs, checked),
    ...pairs.flatMap(({ now, before }) => underNewTime(now, before)),
    ...subjectsSinceFormer(pairs, checked),
    ...unchanged(pairs, checked, former.edition),
  ];
};

const placeIn = (both: readonly Both[], { table }: SeriesNumbers): Place =>
  both[0]?.is.figure.place ?? wholeFile(`${table}.csv`);

/** What is found of the same kind in many series has one cause: it is told of the first. */
function byCause<T extends Compared>(
  found: readonly T[],
  say: (one: T, others: SeriesNumbers[]) => Problem,
): Problem[] {
  return oneByOne(found).map(([one, ...others]) => {
    const alike = others.map(({ now }) => now);
    return say(one, alike);
  });
}

function ofSeries(pairs: readonly Compared[], { suspicions, declaration }: Checked): Problem[] {
  const changed = pairs.filter(isChangedSeries);
  const isTold = ({ now, before }: Compared): boolean =>
    changed.some((one) => one.now === now) ||
    suspicions.some(
      ({ series, after, suspicion }) =>
        series === now &&
        after.code === before.localTimes.at(-1)?.code &&
        !isAccepted(declaration, suspicion.rule, [[series.id, after.code]]),
    );
  const newest = pairs.flatMap((one) => movedNewest(one) ?? []).filter((one) => !isTold(one));
  const lost = pairs.filter(isLostSeries);
  const sourced = pairs.flatMap((one) => {
    const others = one.both.filter(({ was, is }) => was.figure.provenance !== is.figure.provenance);
    const [first] = others;
    return first !== undefined && others.length >= one.both.length * OF_SERIES ? [{ ...one, others, first }] : [];
  });
  return [
    ...byCause(changed, (one, others) =>
      changedSeries.at(
        placeIn(one.changed, one.now),
        one.now,
        changesOf(one.changed, pairs),
        one.settled.length,
        others,
      ),
    ),
    ...byCause(newest, ({ now, moved, of }, others) =>
      changedSeries.at(placeIn(moved, now), now, changesOf(moved, pairs), of, others),
    ),
    ...byCause(lost, ({ now, lost: gone, all }, others) =>
      lostNumbers.at(wholeFile(`${now.table}.csv`), now, gone.length, all, others),
    ),
    ...byCause(sourced, ({ now, both, others: changes, first: { was, is } }, others) => {
      const provenances = [was.figure.provenance, is.figure.provenance] as const;
      return otherProvenance.at(is.figure.place, now, changes.length, both.length, provenances, others);
    }),
  ];
}

const changesOf = (changed: readonly Both[], pairs: readonly Compared[]) => ({
  count: changed.length,
  owner: ownerOf(changed, pairs),
  subjects: new Set(changed.map(({ is }) => is.code)).size,
  times: changed.map(({ is }) => is.time),
  median: median(changed.map(({ was, is }) => is.value - was.value)),
});

/** The series that had these numbers then: the two are swapped, or the one is copied. */
function ownerOf(changed: readonly Both[], pairs: readonly Compared[]): SeriesNumbers | null {
  const had = ({ before }: Compared): boolean => {
    const equal = changed.filter(({ is }) => is.value !== 0 && before.sameAs(is)?.value === is.value);
    return equal.length >= Math.max(MANY, changed.length * MOST);
  };
  return pairs.find(had)?.before ?? null;
}

/** The newest numbers then, if most are others now, by far more than a revision, or all that are, are of the time before. */
function movedNewest(one: Compared): (Compared & { readonly moved: readonly Both[]; readonly of: number }) | null {
  const { now, before, both } = one;
  const then = before.localTimes.at(-1);
  const step = newestStep(before);
  const time = then && now.timeAs(then);
  if (then === undefined || time === undefined) return null;
  const newest = both.filter(({ was }) => was.time === then);
  const moved = newest.filter(isChanged);
  const areOfBefore =
    moved.length >= COPIED &&
    step !== undefined &&
    moved.every(({ is }) => is.code === COUNTRY || before.number(is.code, step.before)?.value === is.value);
  if (areOfBefore) return { ...one, moved, of: newest.length };
  if (newest.length < MANY || moved.length < newest.length * OF_NEWEST) return null;
  const far = distance(before.scaled(then), now.scaled(time)).median;
  const isFar = step === undefined || far >= step.straight.median * OF_NEWEST;
  return isFar ? { ...one, moved, of: newest.length } : null;
}

/** The newest numbers are the former newest, whose own time is gone. */
function underNewTime(now: SeriesNumbers, before: SeriesNumbers): Problem[] {
  const [newest, then] = [now.localTimes.at(-1), before.localTimes.at(-1)];
  if (newest === undefined || then === undefined || now.timeAs(then) !== undefined) return [];
  const { equal, of } = equality(before.column(then), now.column(newest), now);
  const [first] = now.at(newest).values();
  if (first === undefined || of < MANY || equal < of * 0.95) return [];
  return [sameUnderNewTime.at(first.figure.place, now, equal, of, newest, then)];
}

/** Not one number is new, and none is another. */
function unchanged(pairs: readonly Compared[], { declaration, series }: Checked, before: string): Problem[] {
  const { edition, place } = declaration;
  const isSame = pairs.every(
    ({ now, both, lost }) => lost.length === 0 && numbersOf(now).length === both.length && !both.some(isChanged),
  );
  const isAll = series.every((one) => one.times.length === 0 || pairs.some(({ now }) => now === one));
  if (pairs.length === 0 || edition === before || !isSame || !isAll) return [];
  return [
    nothingNew.at(
      place(['udgave']),
      edition,
      before,
      pairs.map(({ now }) => now),
    ),
  ];
}
