import { listText } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { structuralError, warning, wholeFile } from '../problem.ts';
import { type Check, MANY, subjectsAt, subjectsIn } from './check.ts';

/** So many indicators, all without a baseline, show that its years are missing from the file. */
const SEVERAL = 3;

/**
 * Indicators of which nobody has a row for the baseline year, so that no report says how they have changed: a warning,
 * and an error where it is all of them. A symbol is a row, and of datasets of a few municipalities nothing is said.
 */
export const baselines: Check = ({ indicators }, { goals }) => {
  if (subjectsIn(indicators).size < MANY) return [];
  const all = [...goals.values()].flatMap(({ baselineYear: year, indicators: ids }) =>
    ids.filter((id) => indicators.newest([id]) !== undefined).map((id) => ({ id, year })),
  );
  const lacking = all.filter(({ id, year }) => {
    const time = indicators.times.find(String(year));
    return time === undefined || subjectsAt(indicators, [id], time).size === 0;
  });
  const isCut = lacking.length === all.length && lacking.length >= SEVERAL;
  return [...grouped(lacking, ({ year }) => year)].map(([year, group]) =>
    (isCut ? structuralError : warning)(wholeFile('indikatorer.csv'), {
      rule: 'basisaar-uden-tal',
      value: String(year),
      message: `Ingen har en række for basisåret ${year} for indikator ${listText(group.map(({ id }) => id))}, så udviklingen bliver tom i alle rapporter.`,
      remedy: `Hent også ${year}, eller skriv rækker med "..", hvis tallene ikke findes.`,
    }),
  );
};
