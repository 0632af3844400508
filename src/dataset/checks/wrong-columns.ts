import { grouped } from '../../grouped.ts';
import type { Declaration } from '../declaration.ts';
import { type Place, wholeFile } from '../place.ts';
import type { Problem } from '../rules/rule.ts';
import { manyFilledCounts, olderSuspicions, type Suspicion, suspicionRules } from '../rules/suspicions.ts';
import { type Check, oneByOne } from './check.ts';
import type { SeriesNumbers } from './series-numbers.ts';

/** Where a suspicion is: the newest time and the baseline are shown on the first page, those between in the annex. */
export interface FoundSuspicion extends Suspicion {
  readonly series: SeriesNumbers;
  readonly shown: 'newest' | 'baseline' | 'between';
}

/** Series whose numbers at a time are likely to be wrong as a whole. */
export const wrongColumns: Check = ({ suspicions, catalogue, declaration }) => {
  const unaccepted = suspicions.filter((one) => !isAccepted(one, declaration));
  // Two that are exchanged have each other's numbers: that is told of the first.
  const told = unaccepted.filter((one, i) => !unaccepted.slice(0, i).some((other) => isCounterpart(one, other)));
  const shown = told.filter((one) => one.shown !== 'between');
  const older = unaccepted.filter((one) => one.shown === 'between');
  const groups = grouped(shown, (one) => `${ruleOf(one).id} ${one.facts.kind} ${one.after.code}`);
  const [first] = older;
  return [
    ...[...groups.values()].flatMap(oneByOne).map(
      ([one, ...others]): Problem =>
        ruleOf(one).at(
          placeOf(one),
          one,
          others.map(({ series }) => series),
          catalogue,
        ),
    ),
    ...(first === undefined ? [] : [olderSuspicions.at(placeOf(first), older)]),
  ];
};

const ruleOf = ({ facts, series }: FoundSuspicion) =>
  facts.kind === 'filled' && !series.isPercent ? manyFilledCounts : suspicionRules[facts.kind];

const isCounterpart = (one: FoundSuspicion, { facts, series }: FoundSuspicion): boolean =>
  facts.kind === 'exchanged' && series.table === one.series.table && facts.other === one.series.id;

const placeOf = ({ series, after }: FoundSuspicion): Place =>
  [...series.at(after).values()][0]?.figure.place ?? wholeFile(`${series.table}.csv`);

const isAccepted = (one: FoundSuspicion, { accepted }: Declaration): boolean =>
  accepted.get(ruleOf(one).id)?.get(one.series.id) === one.after.code;

/** The problem of a series at a time follows from a suspicion of all its numbers. */
export const isExplained = (suspicions: readonly FoundSuspicion[], series: SeriesNumbers, code: string): boolean =>
  suspicions.some((one) => one.series === series && [one.after.code, one.before.code].includes(code));
