import { median, quantile } from 'simple-statistics';
import { grouped } from '../../grouped.ts';
import { COUNTRY } from '../catalogue.ts';
import { type Place, wholeFile } from '../place.ts';
import { fractionsOfOne, subjectUnmoved, swappedSubjects, twins } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, type Checked, ENOUGH_OF_ONE, localCodes } from './check.ts';
import type { SeriesNumbers } from './series-numbers.ts';
import { isTelling, newestStep } from './step.ts';
import { isExplained } from './wrong-columns.ts';

/** Subjects whose numbers are out of place in many series at once. */
export const oddSubjects: Check = (checked) => [
  ...fractionsInOne(checked),
  ...alike(checked),
  ...unmoved(checked),
  ...swapped(checked),
];

/** A municipality whose percentages are all fractions, where others' are far above. */
const fractionsInOne: Check = ({ series: all, catalogue, declaration: { edition } }) => {
  const large = all.flatMap((series) => {
    const newest = series.localTimes.at(-1);
    if (series.measure !== 'percentage' || newest === undefined) return [];
    const numbers = series.at(newest);
    const middle = median([...numbers.values()].map(({ value }) => value));
    return middle > 5 ? [{ series, numbers, middle }] : [];
  });
  return localCodes(catalogue).flatMap((code): Problem[] => {
    const own = large.filter(({ numbers }) => numbers.has(code));
    const small = own.flatMap(({ series, numbers, middle }) => {
      const number = numbers.get(code);
      return number !== undefined && number.value <= 1 ? [{ series, middle, ...number }] : [];
    });
    const first = small.find(({ value }) => !Number.isInteger(value));
    if (first === undefined || own.length < ENOUGH_OF_ONE || small.length < own.length * 0.8) return [];
    const { figure, series, middle } = first;
    return [
      fractionsOfOne.at(figure.place, code, small.length, own.length, series, figure, middle, edition, catalogue),
    ];
  });
};

/** Two subjects, or a municipality and the country, that have the same newest numbers in most series. */
const alike: Check = ({ series: all, catalogue, declaration: { edition } }) => {
  const codes = [COUNTRY, ...localCodes(catalogue)];
  const rows = codes.map((code) => tellingValues(code, all));
  const equal = new Map<number, number>();
  for (let column = 0; column < all.length; column++) {
    const rowsOf = new Map<number, number[]>();
    for (let row = 0; row < rows.length; row++) {
      const value = rows[row]?.[column] as number;
      if (Number.isNaN(value)) continue;
      const before = rowsOf.get(value) ?? [];
      for (const other of before) {
        const pair = other * rows.length + row;
        equal.set(pair, (equal.get(pair) ?? 0) + 1);
      }
      rowsOf.set(value, [...before, row]);
    }
  }
  return [...equal].flatMap(([pair, count]): Problem[] => {
    if (count * 2 < ENOUGH_OF_ONE) return [];
    const [a, b] = [Math.floor(pair / rows.length), pair % rows.length];
    const of = all.filter((_, i) => !Number.isNaN((rows[a]?.[i] as number) + (rows[b]?.[i] as number))).length;
    if (of < ENOUGH_OF_ONE || count * 2 < of) return [];
    const [first, second] = [codes[a] as string, codes[b] as string];
    return [twins.at(placeOf(second, all), [first, second], count, of, edition, catalogue)];
  });
};

/** A subject's newest numbers, by series; NaN where there is none, or one that many have. */
const tellingValues = (code: string, all: readonly SeriesNumbers[]): Float64Array =>
  Float64Array.from(all, (series) => {
    const newest = series.localTimes.at(-1);
    const value = (newest && series.number(code, newest)?.value) ?? Number.NaN;
    return isTelling(value, series) ? value : Number.NaN;
  });

const placeOf = (code: string, all: readonly SeriesNumbers[]): Place =>
  all.flatMap((series) => series.of(code))[0]?.figure.place ?? wholeFile('indikatorer.csv');

/** A municipality whose newest numbers in one table are those of the time before, where others' are not. */
const unmoved: Check = ({ series: all, catalogue, declaration: { edition }, suspicions }) => {
  const steps = all
    .flatMap((series) => newestStep(series) ?? [])
    .filter(({ series, after }) => !isExplained(suspicions, series, after.code));
  const byTable = [...grouped(steps, ({ series }) => series.table).values()];
  return localCodes(catalogue).flatMap((code, row) =>
    byTable.flatMap((ofTable): Problem[] => {
      const own = ofTable.filter(({ series, old, now }) => {
        return isTelling(now[row] as number, series) && !Number.isNaN(old[row]);
      });
      const same = own.filter(({ old, now }) => old[row] === now[row]).map(({ series }) => series);
      if (own.length < ENOUGH_OF_ONE || same.length < own.length * 0.9) return [];
      return [subjectUnmoved.at(placeOf(code, same), code, same, own.length, edition, catalogue)];
    }),
  );
};

/** How far one may move, in what three of four do not exceed, so that one series does not decide alone. */
const FARTHEST = 10;
/** It is unusual to move so far on average. */
const FAR = 4;

/**
 * Two municipalities that both fit each other's earlier numbers, and not their own, in one table: often only one of the
 * two files is wrong.
 */
const swapped: Check = (checked) =>
  [...grouped(checked.series, ({ table }) => table).values()].flatMap((series) => swappedIn(series, checked));

const swappedIn = (all: readonly SeriesNumbers[], { catalogue, declaration: { edition } }: Checked): Problem[] => {
  const moving = all.flatMap((series) => {
    const step = newestStep(series);
    if (step === undefined) return [];
    const [old, now] = [series.scaled(step.before), series.scaled(step.after)];
    const moves = [...now.map((value, i) => Math.abs(value - (old[i] as number)))].filter(
      (move) => !Number.isNaN(move),
    );
    const usual = moves.length < 30 ? 0 : quantile(moves, 0.75);
    return usual > 0 ? [{ old, now, usual }] : [];
  });
  /** The mean move to the newest numbers of the row `to` from the ones before of `from`, and of how many series. */
  const move = (to: number, from: number) => {
    let [sum, of] = [0, 0];
    for (const { old, now, usual } of moving) {
      const far = Math.abs((now[to] as number) - (old[from] as number)) / usual;
      if (Number.isNaN(far)) continue;
      sum += Math.min(FARTHEST, far);
      of++;
    }
    return { of, mean: of === 0 ? 0 : sum / of };
  };
  const far = localCodes(catalogue)
    .map((code, row) => ({ code, row, ...move(row, row) }))
    .filter(({ of, mean }) => of >= 5 && mean > FAR);
  return far.flatMap((a, i) =>
    far.slice(i + 1).flatMap((b): Problem[] => {
      const [there, back] = [move(a.row, b.row), move(b.row, a.row)];
      if (there.mean >= a.mean / 2 || back.mean >= b.mean / 2) return [];
      const codes = [a.code, b.code] as const;
      return [swappedSubjects.at(placeOf(a.code, all), codes, Math.min(there.of, back.of), edition, catalogue)];
    }),
  );
};
