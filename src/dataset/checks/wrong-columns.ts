import { grouped } from '../../grouped.ts';
import { baselineYearOf, type Catalogue } from '../catalogue.ts';
import { isAccepted } from '../declaration.ts';
import { type Place, wholeFile } from '../place.ts';
import { type Beside, olderFaults, olderSuspicions, type Suspicion } from '../rules/suspicions.ts';
import { type Check, oneByOne } from './check.ts';
import { exchanged } from './exchanged.ts';
import type { SeriesNumbers } from './series-numbers.ts';
import { Step, stepsOf } from './step.ts';
import { suspicionOf } from './suspicions.ts';

/** Where a suspicion is: the newest time and the baseline are shown on the first page, those between in the annex. */
export interface FoundSuspicion extends Beside {
  readonly series: SeriesNumbers;
  readonly suspicion: Suspicion;
  readonly shown: 'newest' | 'baseline' | 'between';
}

/**
 * What looks wrong as a whole, of each step the first fault, each wrong time once. `which` steps: all, or those to the
 * times that the first page shows.
 */
export function suspicionsIn(
  all: readonly SeriesNumbers[],
  catalogue: Catalogue,
  which: 'all' | 'shown',
): FoundSuspicion[] {
  const bySeries = all.map((series) => ({ series, steps: stepsOf(series) }));
  const others = exchanged(bySeries.flatMap(({ steps }) => steps.at(-1) ?? []));
  return bySeries.flatMap(({ series, steps }) => {
    const baseline = String(baselineYearOf(series.id, catalogue));
    const shownAt = (step: Step): FoundSuspicion['shown'] => {
      if (step === steps.at(-1)) return 'newest';
      return [step.before.code, step.after.code].includes(baseline) ? 'baseline' : 'between';
    };
    const suspects = steps.toReversed().flatMap((step): FoundSuspicion[] => {
      const shown = shownAt(step);
      if (which === 'shown' && shown === 'between') return [];
      const suspicion = (shown === 'newest' ? others.get(series) : undefined) ?? suspicionOf(step, steps);
      if (suspicion === null) return [];
      const { before, after, pairs } = suspicion.from ? new Step(series, suspicion.from, step.after) : step;
      return [{ series, before, after, pairs, suspicion, shown }];
    });
    // A wrong time in the middle spoils the steps to it and from it.
    return suspects.filter(({ after }, i) => suspects[i - 1]?.before !== after);
  });
}

/** Series whose numbers at a time are likely to be wrong as a whole. */
export const wrongColumns: Check = ({ suspicions, catalogue, declaration }) => {
  const unaccepted = suspicions.filter(({ suspicion, series, after, shown }) =>
    [suspicion.rule, ...(shown === 'between' ? [olderSuspicions] : [])].every(
      (rule) => !isAccepted(declaration, rule, [[series.id, after.code]]),
    ),
  );
  const onFirstPage = unaccepted.filter((one) => one.shown !== 'between');
  // Two that are exchanged have each other's numbers: that is told of the first.
  const shown = onFirstPage.filter((one, i) => !onFirstPage.slice(0, i).some((other) => isCounterpart(one, other)));
  const older = unaccepted.filter((one) => one.shown === 'between');
  const groups = grouped(shown, ({ suspicion, after }) => `${suspicion.rule.id} ${suspicion.shortly} ${after.code}`);
  const [first] = older;
  const ofOlder = older.some(({ suspicion }) => suspicion.rule.severity === 'error') ? olderFaults : olderSuspicions;
  return [
    ...[...groups.values()].flatMap(oneByOne).map(([one, ...others]) => {
      const alike = others.map(({ series }) => series);
      return one.suspicion.rule.at(placeOf(one), one.suspicion, one, alike, catalogue);
    }),
    ...(first === undefined ? [] : [ofOlder.at(placeOf(first), older)]),
  ];
};

const isCounterpart = (one: FoundSuspicion, { suspicion, series }: FoundSuspicion): boolean =>
  series.table === one.series.table && suspicion.counterpart === one.series.id;

const placeOf = ({ series, after, suspicion }: FoundSuspicion): Place =>
  (suspicion.isOfCountry ? series.country(after) : [...series.at(after).values()][0])?.figure.place ??
  wholeFile(`${series.table}.csv`);

/** The problem of a series at a time follows from a suspicion of all its numbers. */
export const isExplained = (suspicions: readonly FoundSuspicion[], series: SeriesNumbers, code: string): boolean =>
  suspicions.some((one) => one.series === series && [one.after.code, one.before.code].includes(code));
