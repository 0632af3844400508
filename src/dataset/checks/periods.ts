import { listText, type Period } from '../../danish/index.ts';
import { type Problem, type ProblemText, structuralError, warning } from '../problem.ts';
import { shownPeriod, type Table } from '../table/table.ts';
import type { Check } from './check.ts';
import { figuresAt, seriesName, timesOf, timeText } from './rows.ts';
import { choose, type Found, fewNumbers, howFew, mostlySymbols, thinness, together } from './thin-times.ts';

/** Newest periods of key figures that would leave most reports blank. */
export const periods: Check = ({ keyFigures }, { subjects }, { periods: known, place }) => {
  const problems: Problem[] = [];
  const thins: Found[] = [];
  for (const id of keyFigures.series.keys()) {
    const code = known.get(id);
    const shown = shownPeriod(keyFigures, { periods: known }, id);
    if (code !== undefined && !hasNumber(keyFigures, id, shown)) {
      problems.push(structuralError(place(['perioder', id]), periodWithoutNumber(keyFigures, id, code)));
    } else if (shown !== undefined) {
      const thin = thinness(keyFigures, [id], shown);
      if (thin === null) problems.push(...ofSymbols(keyFigures, id, shown, subjects.size));
      else if (code === undefined) thins.push({ id, thin });
      else problems.push(warning(thin.place, setPeriod({ id, thin }, subjects.size)));
    }
  }
  for (const group of together(thins)) {
    const [{ thin }] = group as [Found];
    const ids = group.map(({ id }) => id);
    problems.push(
      structuralError(thin.place, {
        rule: 'periode-faa-tal',
        value: thin.time.code,
        message: `Perioden for nøgletal ${listText(ids)} ville blive ${timeText(thin.time)}, men ${howFew(group, subjects.size)}.`,
        remedy: choose('perioder', known, ids, thin),
      }),
    );
  }
  return problems;
};

/** A period that has rows enough, but few numbers. */
function ofSymbols(table: Table, id: string, shown: Period, subjects: number): Problem[] {
  const thin = fewNumbers(table, [id], shown);
  return thin === null ? [] : [mostlySymbols('periode-faa-tal', seriesName(table, id), { id, thin }, subjects)];
}

const hasNumber = (table: Table, id: string, time: Period | undefined): boolean =>
  time !== undefined && figuresAt(table, [id], time).some(({ figure }) => table.isNumber(figure));

const setPeriod = (found: Found, subjects: number): ProblemText => ({
  rule: 'periode-faa-tal',
  value: found.thin.time.code,
  message: `Nøgletal ${found.id} vises for ${timeText(found.thin.time)}, som datasaet.json fastsætter, men ${howFew([found], subjects)}.`,
  remedy: 'Se efter, at det er meningen; de andre rapporter får et tomt felt.',
});

function periodWithoutNumber(table: Table, id: string, code: string): ProblemText {
  const codes = timesOf(table, [id])
    .filter((time) => hasNumber(table, id, time))
    .map((time) => `"${time.code}"`);
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
