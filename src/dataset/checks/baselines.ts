import { listText } from '../../danish/index.ts';
import { type Problem, structuralError, warning, wholeFile } from '../problem.ts';
import type { Check } from './check.ts';
import { MANY, subjectsAt, subjectsIn } from './rows.ts';

/** So many indicators, all without a baseline, show that its years are missing from the file. */
const SEVERAL = 3;

/**
 * Indicators of which nobody has a row for the baseline year, so that no report says how they have changed: a warning,
 * and an error where it is all of them. A symbol is a row, and of datasets of a few municipalities nothing is said.
 */
export const baselines: Check = ({ indicators }, { goals }) => {
  if (subjectsIn(indicators).size < MANY) return [];
  const withNumbers = (ids: readonly string[]): string[] => ids.filter((id) => indicators.newest([id]) !== undefined);
  const all = [...goals.values()].flatMap((goal) => withNumbers(goal.indicators));
  const byYear = new Map<number, string[]>();
  for (const { baselineYear, indicators: ids } of goals.values()) {
    const time = indicators.times.find(String(baselineYear));
    const lacking = withNumbers(ids).filter(
      (id) => time === undefined || subjectsAt(indicators, [id], time).size === 0,
    );
    if (lacking.length > 0) byYear.set(baselineYear, [...(byYear.get(baselineYear) ?? []), ...lacking]);
  }
  const count = [...byYear.values()].flat().length;
  const isCut = count === all.length && count >= SEVERAL;
  return [...byYear].map(([year, ids]): Problem => {
    const place = wholeFile('indikatorer.csv');
    return (isCut ? structuralError : warning)(place, {
      rule: 'basisaar-uden-tal',
      value: String(year),
      message: `Ingen har en række for basisåret ${year} for indikator ${listText(ids)}, så udviklingen bliver tom i alle rapporter.`,
      remedy: `Hent også ${year}, eller skriv rækker med "..", hvis tallene ikke findes.`,
    });
  });
};
