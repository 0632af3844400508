import { listText, type Period } from '../../danish/index.ts';
import type { Declaration } from '../datasaet.ts';
import { type Problem, type ProblemText, structuralError, warning } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import type { Check } from './check.ts';
import { seriesName } from './rows.ts';
import { choose, type Found, fewNumbers, howFew, mostlySymbols, thinness, together } from './thin-times.ts';

/** Status years that would leave most reports blank, of a goal or of one of its indicators. */
export const statusYears: Check = ({ indicators }, { goals, subjects }, { statusYears: known, place }) => {
  const problems: Problem[] = [];
  const ofGoals: Found[] = [];
  const ofIndicators: (Found & { readonly goal: number })[] = [];
  for (const [goal, { indicators: ids }] of goals) {
    const set = known.get(goal);
    const newest = indicators.newest(ids, set);
    if (set !== undefined && (newest === undefined || yearOf(newest) !== set)) {
      problems.push(
        structuralError(place(['statusaar', String(goal)]), yearWithoutNumber(goal, set, indicators.newest(ids))),
      );
      continue;
    }
    const thin = newest === undefined || set !== undefined ? null : thinness(indicators, ids, newest);
    if (thin !== null) ofGoals.push({ id: String(goal), thin });
    else if (newest !== undefined) {
      ofIndicators.push(...thinIndicators(indicators, goal, ids, yearOf(newest)));
      problems.push(...symbolIndicators(indicators, ids, yearOf(newest), subjects.size));
    }
  }
  for (const group of together(ofGoals)) {
    const [{ thin }] = group as [Found];
    const ids = group.map(({ id }) => id);
    problems.push(
      structuralError(thin.place, {
        rule: 'statusaar-faa-tal',
        value: thin.time.code,
        message: `Statusåret for mål ${listText(ids)} ville blive ${thin.time.code}, men ${howFew(group, subjects.size)}.`,
        remedy: choose('statusaar', known, ids, thin),
      }),
    );
  }
  for (const found of ofIndicators) problems.push(ofOneIndicator(found, known, subjects.size));
  return problems;
};

/** Indicators that most subjects lack in the year that they are shown for, though the goal as a whole has rows. */
function thinIndicators(
  table: Table,
  goal: number,
  ids: readonly string[],
  year: number,
): (Found & { goal: number })[] {
  return ids.flatMap((id) => {
    const shown = table.newest([id], year);
    const thin = shown === undefined ? null : thinness(table, [id], shown);
    return thin === null ? [] : [{ id, goal, thin }];
  });
}

/** Indicators that have rows enough in the year that they are shown for, but few numbers. */
const symbolIndicators = (table: Table, ids: readonly string[], year: number, subjects: number): Problem[] =>
  ids.flatMap((id) => {
    const shown = table.newest([id], year);
    if (shown === undefined || thinness(table, [id], shown) !== null) return [];
    const few = fewNumbers(table, [id], shown);
    return few === null ? [] : [mostlySymbols('statusaar-faa-tal', seriesName(table, id), { id, thin: few }, subjects)];
  });

function ofOneIndicator(
  found: Found & { readonly goal: number },
  known: Declaration['statusYears'],
  subjects: number,
): Problem {
  const { id, goal, thin } = found;
  const few = howFew([found], subjects);
  const text = { rule: 'statusaar-faa-tal', value: thin.time.code };
  if (!known.has(goal)) {
    const message = `Indikator ${id} ville blive vist for ${thin.time.code}, men ${few}.`;
    return structuralError(thin.place, { ...text, message, remedy: choose('statusaar', known, [String(goal)], thin) });
  }
  const message = `Indikator ${id} vises for ${thin.time.code}, som datasaet.json fastsætter, men ${few}.`;
  return warning(thin.place, {
    ...text,
    message,
    remedy: 'Se efter, at det er meningen; de andre rapporter får et tomt felt.',
  });
}

const yearWithoutNumber = (goal: number, year: number, newest: Period | undefined): ProblemText => ({
  rule: 'statusaar-uden-tal',
  value: String(year),
  message: `Statusåret for mål ${goal} er sat til ${year}, men ingen har et tal for målets indikatorer i ${year}.`,
  remedy:
    newest === undefined ? 'Slet linjen.' : `Ret året, eller slet linjen; det nyeste år med tal er ${newest.code}.`,
});
