import { listText, type Period } from '../../danish/index.ts';
import type { Problem } from '../rules/rule.ts';
import { periodWithoutNumber } from '../rules/times.ts';
import { shownPeriod, type Table } from '../table/table.ts';
import { type Check, timesOf } from './check.ts';
import {
  mostlySymbols,
  numbersAt,
  refusals,
  type ShownTimes,
  type ThinAt,
  thinButSet,
  thinness,
} from './thin-times.ts';

/** Newest periods of key figures that would leave most reports blank. */
export const periods: Check = ({ tables: { keyFigures: table }, declaration }) => {
  const { periods: set, place } = declaration;
  const shown: ShownTimes = { table, key: 'perioder', set };
  const problems: Problem[] = [];
  const thins = new Map<string, ThinAt>();
  for (const id of table.series.keys()) {
    const code = set.get(id);
    const time = shownPeriod(table, { periods: set }, id);
    const thin = time === undefined ? null : thinness(table, [id], time);
    if (code !== undefined && !hasNumber(table, id, time)) {
      problems.push(periodWithoutNumber.at(place(['perioder', id]), id, code, codesWithNumber(table, id)));
    } else if (thin === null) {
      if (time !== undefined) problems.push(...mostlySymbols(shown, id, time));
    } else if (code === undefined) thins.set(id, thin);
    else problems.push(thinButSet(shown, id, thin));
  }
  return [...problems, ...refusals(shown, thins, (ids) => `Perioden for nøgletal ${listText(ids)} ville blive`)];
};

const hasNumber = (table: Table, id: string, time: Period | undefined): boolean =>
  time !== undefined && numbersAt(table, [id], time) > 0;

/** The periods that anybody has a number for, newest first. */
const codesWithNumber = (table: Table, id: string): string[] =>
  timesOf(table, [id])
    .filter((time) => hasNumber(table, id, time))
    .reverse()
    .map(({ code }) => code);
