import { listText } from '../../danish/index.ts';
import type { Problem } from '../rules/rule.ts';
import { yearWithoutNumber } from '../rules/times.ts';
import { yearOf } from '../table/times.ts';
import type { Check } from './check.ts';
import { mostlySymbols, refusals, type ShownTimes, type ThinAt, thinButSet, thinness } from './thin-times.ts';

/** Status years that would leave most reports blank, of a goal or of one of its indicators. */
export const statusYears: Check = ({ tables: { indicators: table }, catalogue: { goals }, declaration }) => {
  const { statusYears: known, place } = declaration;
  const shown: ShownTimes = { table, key: 'statusaar', set: known };
  const problems: Problem[] = [];
  const thinGoals = new Map<string, ThinAt>();
  const thinIndicators: Problem[] = [];
  for (const [goal, { indicators: ids }] of goals) {
    const set = known.get(goal);
    const newest = table.newest(ids, set);
    if (set !== undefined && (newest === undefined || yearOf(newest) !== set)) {
      const newest = table.newest(ids)?.code;
      problems.push(yearWithoutNumber.at(place(['statusaar', String(goal)]), goal, set, newest));
    } else if (newest !== undefined) {
      const thin = set === undefined ? thinness(table, ids, newest) : null;
      if (thin !== null) thinGoals.set(String(goal), thin);
      else ofIndicators(shown, goal, ids, yearOf(newest), thinIndicators, problems);
    }
  }
  return [
    ...problems,
    ...refusals(shown, thinGoals, (ids) => `Statusåret for målsætning ${listText(ids)} ville blive`),
    ...thinIndicators,
  ];
};

/** Looks at the years that a goal's indicators are shown for, though the goal as a whole has rows. */
function ofIndicators(
  shown: ShownTimes,
  goal: number,
  ids: readonly string[],
  year: number,
  thinOnes: Problem[],
  symbols: Problem[],
): void {
  for (const id of ids) {
    const time = shown.table.newest([id], year);
    if (time === undefined) continue;
    const thin = thinness(shown.table, [id], time);
    if (thin === null) symbols.push(...mostlySymbols(shown, id, time));
    else if (shown.set.has(goal)) thinOnes.push(thinButSet(shown, id, thin));
    else
      thinOnes.push(...refusals(shown, new Map([[String(goal), thin]]), () => `Indikator ${id} ville blive vist for`));
  }
}
