import { median } from 'simple-statistics';
import { COUNTRY } from '../catalogue.ts';
import { type Place, wholeFile } from '../place.ts';
import {
  changedSeries,
  changedSubject,
  formerUnread,
  lostNumbers,
  nothingNew,
  otherProvenance,
  sameUnderNewTime,
} from '../rules/former.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, type Checked, MANY } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';
import { equality } from './step-facts.ts';

/** What differs from the edition before, of figures that it had too. Revisions of real series stay below these shares. */
const OF_SERIES = 0.05;
const OF_SUBJECT = 0.2;

export const sinceFormer: Check = (checked) => {
  const { former, declaration } = checked;
  if (declaration.former === null) return [];
  if (former === null) return [formerUnread.at(declaration.place(['forrige']), declaration.former)];
  const pairs = checked.series.flatMap((now) => {
    const before = former.series.find(({ table, id }) => table === now.table && id === now.id);
    return before === undefined || before.times.length === 0 ? [] : [compared(now, before)];
  });
  return [...pairs.flatMap(ofSeries), ...ofSubjects(pairs, checked), ...unchanged(pairs, checked, former.edition)];
};

interface Both {
  readonly was: NumberOf;
  readonly is: NumberOf;
}

interface Compared {
  readonly now: SeriesNumbers;
  readonly before: SeriesNumbers;
  readonly all: readonly NumberOf[];
  readonly lost: readonly NumberOf[];
  readonly both: readonly Both[];
  /** Neither provisional nor of the newest time then, which is often revised. */
  readonly settled: readonly Both[];
}

const numbersOf = (series: SeriesNumbers): NumberOf[] =>
  series.times.flatMap((time) => [...series.at(time).values(), ...[series.country(time) ?? []].flat()]);

const keyOf = ({ code, time }: NumberOf): string => `${code} ${time.code}`;

function compared(now: SeriesNumbers, before: SeriesNumbers): Compared {
  const current = new Map(numbersOf(now).map((number) => [keyOf(number), number]));
  const all = numbersOf(before);
  const both = all.flatMap((was) => {
    const is = current.get(keyOf(was));
    return is === undefined ? [] : [{ was, is }];
  });
  const newest = before.times.at(-1)?.code;
  return {
    ...{ now, before, all, both },
    lost: all.filter((was) => !current.has(keyOf(was))),
    settled: both.filter(({ was }) => was.time.code !== newest && !was.figure.provisional),
  };
}

const isChanged = ({ was, is }: Both): boolean => was.value !== is.value;
const placeOf = (both: readonly Both[], { table }: SeriesNumbers): Place =>
  both[0]?.is.figure.place ?? wholeFile(`${table}.csv`);

function ofSeries(pair: Compared): Problem[] {
  const { now, before, all, lost, both, settled } = pair;
  const found: Problem[] = [];
  const changed = settled.filter(isChanged);
  const [first, last] = [changed[0], changed.at(-1)];
  if (
    first !== undefined &&
    last !== undefined &&
    settled.length >= MANY &&
    changed.length >= settled.length * OF_SERIES
  ) {
    const moves = changed.map(({ was, is }) => is.value - was.value);
    const subjects = new Set(changed.map(({ is }) => is.code)).size;
    const times = [first.is.time, last.is.time] as const;
    found.push(
      changedSeries.at(placeOf(changed, now), now, changed.length, settled.length, subjects, times, median(moves)),
    );
  }
  if (lost.length >= Math.max(1, all.length * OF_SERIES))
    found.push(lostNumbers.at(wholeFile(`${now.table}.csv`), now, lost.length, all.length));
  const others = both.filter(({ was, is }) => was.figure.provenance !== is.figure.provenance);
  const [other] = others;
  if (other !== undefined && others.length >= both.length * OF_SERIES) {
    const provenances = [other.was.figure.provenance, other.is.figure.provenance] as const;
    found.push(otherProvenance.at(placeOf(others, now), now, others.length, both.length, ...provenances));
  }
  return [...found, ...underNewTime(now, before)];
}

function underNewTime(now: SeriesNumbers, before: SeriesNumbers): Problem[] {
  const [newest, then] = [now.times.at(-1), before.times.at(-1)];
  if (
    newest === undefined ||
    then === undefined ||
    newest.code === then.code ||
    before.times.some(({ code }) => code === newest.code)
  )
    return [];
  const old = before.at(then);
  const numbers = [...now.at(newest).values()];
  const pairs = numbers.flatMap(({ code, value }) => {
    const was = old.get(code);
    return was === undefined ? [] : [{ code, before: was.value, after: value }];
  });
  const { equal, of } = equality(pairs, now);
  const [first] = numbers;
  if (first === undefined || of < MANY || equal < of * 0.95) return [];
  return [sameUnderNewTime.at(first.figure.place, now, equal, of, newest, then)];
}

function ofSubjects(pairs: readonly Compared[], { catalogue }: Checked): Problem[] {
  const settled = pairs.flatMap((pair) => pair.settled);
  return [...catalogue.subjects.keys()].flatMap((code): Problem[] => {
    const own = settled.filter(({ is }) => is.code === code);
    const changed = own.filter(isChanged);
    const [first] = changed;
    const isMany = own.length >= 5 && changed.length >= own.length * OF_SUBJECT;
    // Where a fifth of all is changed, that is told of the series.
    const isAll = settled.filter(isChanged).length >= settled.length * OF_SUBJECT;
    if (first === undefined || !isMany || isAll || code === COUNTRY) return [];
    return [changedSubject.at(first.is.figure.place, code, changed.length, own.length, catalogue)];
  });
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
