import { listText, type Period } from '../../danish/index.ts';
import { type Problem, type ProblemText, structuralError } from '../problem.ts';
import { shownPeriod, type Table } from '../table/table.ts';
import { type Check, seriesName, timesOf } from './check.ts';
import { mostlySymbols, numbersAt, refusals, type ShownTimes, type Thin, thinButSet, thinness } from './thin-times.ts';

/** Newest periods of key figures that would leave most reports blank. */
export const periods: Check = ({ keyFigures: table }, { subjects }, { periods: known, place }) => {
  const shown: ShownTimes = { table, rule: 'periode-faa-tal', key: 'perioder', known, subjects: subjects.size };
  const problems: Problem[] = [];
  const thins = new Map<string, Thin>();
  for (const id of table.series.keys()) {
    const code = known.get(id);
    const time = shownPeriod(table, { periods: known }, id);
    const thin = time === undefined ? null : thinness(table, [id], time);
    if (code !== undefined && !hasNumber(table, id, time)) {
      problems.push(structuralError(place(['perioder', id]), periodWithoutNumber(table, id, code)));
    } else if (thin === null) {
      if (time !== undefined) problems.push(...mostlySymbols(shown, id, time));
    } else if (code === undefined) thins.set(id, thin);
    else problems.push(thinButSet(shown, id, thin));
  }
  return [...problems, ...refusals(shown, thins, (ids) => `Perioden for nøgletal ${listText(ids)} ville blive`)];
};

const hasNumber = (table: Table, id: string, time: Period | undefined): boolean =>
  time !== undefined && numbersAt(table, [id], time) > 0;

function periodWithoutNumber(table: Table, id: string, code: string): ProblemText {
  const times = timesOf(table, [id]).filter((time) => hasNumber(table, id, time));
  const codes = times.reverse().map((time) => `"${time.code}"`);
  return {
    rule: 'periode-uden-tal',
    value: code,
    message: `${seriesName(table, id)} er sat til perioden ${code}, men ingen har et tal for den.`,
    remedy:
      codes.length === 0
        ? 'Slet linjen.'
        : `Ret perioden, eller slet linjen; der er tal for ${listText(codes.slice(0, 5))}.`,
  };
}
