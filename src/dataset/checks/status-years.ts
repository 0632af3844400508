import { listText, type Period } from '../../danish/index.ts';
import { type Problem, type ProblemText, structuralError } from '../problem.ts';
import { yearOf } from '../table/times.ts';
import type { Check } from './check.ts';
import { mostlySymbols, refusals, type ShownTimes, type Thin, thinButSet, thinness } from './thin-times.ts';

/** Status years that would leave most reports blank, of a goal or of one of its indicators. */
export const statusYears: Check = ({ indicators: table }, { goals, subjects }, { statusYears: known, place }) => {
  const shown: ShownTimes = { table, rule: 'statusaar-faa-tal', key: 'statusaar', known, subjects: subjects.size };
  const problems: Problem[] = [];
  const thinGoals = new Map<string, Thin>();
  const thinIndicators: Problem[] = [];
  for (const [goal, { indicators: ids }] of goals) {
    const set = known.get(goal);
    const newest = table.newest(ids, set);
    if (set !== undefined && (newest === undefined || yearOf(newest) !== set)) {
      const text = yearWithoutNumber(goal, set, table.newest(ids));
      problems.push(structuralError(place(['statusaar', String(goal)]), text));
    } else if (newest !== undefined) {
      const thin = set === undefined ? thinness(table, ids, newest) : null;
      if (thin !== null) thinGoals.set(String(goal), thin);
      else ofIndicators(shown, goal, ids, yearOf(newest), thinIndicators, problems);
    }
  }
  return [
    ...problems,
    ...refusals(shown, thinGoals, (ids) => `Statusåret for mål ${listText(ids)} ville blive`),
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
    else if (shown.known.has(goal)) thinOnes.push(thinButSet(shown, id, thin));
    else
      thinOnes.push(...refusals(shown, new Map([[String(goal), thin]]), () => `Indikator ${id} ville blive vist for`));
  }
}

const yearWithoutNumber = (goal: number, year: number, newest: Period | undefined): ProblemText => ({
  rule: 'statusaar-uden-tal',
  value: String(year),
  message: `Statusåret for mål ${goal} er sat til ${year}, men ingen har et tal for målets indikatorer i ${year}.`,
  remedy:
    newest === undefined ? 'Slet linjen.' : `Ret året, eller slet linjen; det nyeste år med tal er ${newest.code}.`,
});
