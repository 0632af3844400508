import { capitalise, listText, type Period, periodText } from '../../danish/index.ts';
import type { Series } from '../catalogue.ts';
import { acceptSeries, type SeriesId, seriesName, seriesNames, shortList } from './phrases.ts';
import { stopsAll, warns } from './rule.ts';

/** Years and periods that would leave most reports without a figure. */

type Table = Series['table'];

export const periodWithoutNumber = stopsAll<[id: string, code: string, withNumbers: readonly string[]]>(
  'periode-uden-tal',
  (id, code, withNumbers) => ({
    value: code,
    message: `${seriesName({ table: 'noegletal', id })} er sat til perioden ${code}, men der er ingen tal for den.`,
    remedy:
      withNumbers.length === 0
        ? 'Slet linjen.'
        : `Ret perioden, eller slet linjen. Der er tal for ${shortList(
            withNumbers.map((one) => `"${one}"`),
            listText,
          )}.`,
  }),
);

export const yearWithoutNumber = stopsAll<[goal: number, year: number, newest: string | undefined]>(
  'statusaar-uden-tal',
  (goal, year, newest) => ({
    value: String(year),
    message: `Statusåret for målsætning ${goal} er sat til ${year}, men der er ingen tal for målsætningens indikatorer i ${year}.`,
    remedy: newest === undefined ? 'Slet linjen.' : `Ret året, eller slet linjen. Det nyeste år med tal er ${newest}.`,
  }),
);

/** A template's baseline that is not before the year that is shown. */
export const baselineNotBefore = warns<[series: readonly SeriesId[], shown: Period, baseline: Period]>(
  'basisaar-ikke-foer',
  (series, shown, baseline) => ({
    value: baseline.code,
    message: `${capitalise(seriesNames(series))} vises for ${shown.code}, ${
      shown === baseline
        ? 'som også er basisåret, så udviklingen bliver 0 i alle rapporter'
        : `men basisåret er ${baseline.code}, så udviklingen går baglæns`
    }.`,
    remedy: 'Hent nyere tal, eller ret "statusaar" i datasaet.json eller "basisaar" i skabelonen.',
    accept: acceptSeries(series, shown),
  }),
  { follows: 'wrong rows', isAcceptable: true },
);

/** A time that would leave most reports without a figure: few subjects have a row, though most had one before. */
export interface Thin {
  readonly time: Period;
  readonly before: Period;
  /** Subjects with a row, and with a number, at `time` and `before`. */
  readonly rows: readonly [now: number, before: number];
  readonly numbers: readonly [now: number, before: number];
}

/** What `datasaet.json` sets times by, and what it sets already, of a table. */
export interface SetTimes {
  readonly key: 'statusaar' | 'perioder';
  readonly set: ReadonlyMap<unknown, unknown>;
  readonly table: { readonly subjects: number };
}

/**
 * Thin times that reports would be made for, by the numbers that they are set by; those of the same time and the time
 * before have one cause. `what` is "Indikator 1.1 ville blive vist for".
 */
type ThinTimes = readonly [
  thins: readonly [Thin, ...Thin[]],
  numbers: readonly string[],
  what: string,
  shown: SetTimes,
];

const sayThin = (...[thins, numbers, what, shown]: ThinTimes) => ({
  value: thins[0].time.code,
  message: `${what} ${periodText(thins[0].time)}, men ${howFew(thins, shown)}.`,
  remedy: chooseTime(shown, numbers, thins[0]),
});

export const thinTimes = {
  statusaar: stopsAll<ThinTimes>('statusaar-faa-tal', sayThin),
  perioder: stopsAll<ThinTimes>('periode-faa-tal', sayThin),
};

/** A thin time that is shown all the same: the owner has set it, or only its numbers are few. */
type ShownThin = readonly [table: Table, id: string, thin: Thin, why: 'set' | 'symbols', shown: SetTimes];

const sayShownThin = (...[table, id, thin, why, shown]: ShownThin) => {
  const few = howFew([thin], shown);
  const reason =
    why === 'set' ? `, som datasaet.json fastsætter, men ${few}` : `, men ${few}. De andre rækker er uden tal`;
  return {
    value: thin.time.code,
    message: `${seriesName({ table, id })} vises for ${periodText(thin.time)}${reason}.`,
    remedy: 'Kontrollér, at det er meningen. De andre rapporter får et tomt felt.',
  };
};

export const shownThin = {
  statusaar: warns<ShownThin>('statusaar-faa-tal', sayShownThin, { follows: 'wrong rows' }),
  perioder: warns<ShownThin>('periode-faa-tal', sayShownThin, { follows: 'wrong rows' }),
};

/** "kun 1 af 99 områder har et tal for 2024 (2023: 96)": numbers, or rows where the numbers do not show it. */
function howFew(group: readonly [Thin, ...Thin[]], { table: { subjects } }: SetTimes): string {
  const showsInNumbers = group.every(({ numbers }) => numbers[0] * 2 < numbers[1]);
  const counts = group.map(({ numbers, rows }) => (showsInNumbers ? numbers : rows));
  const now = Math.max(...counts.map(([count]) => count));
  const before = Math.min(...counts.map(([, count]) => count));
  const [only, atLeast] = group.length === 1 ? ['kun', ''] : ['højst', 'mindst '];
  const [{ time, before: other }] = group;
  const what = showsInNumbers ? 'et tal' : 'en række';
  return `${only} ${now} af ${subjects} områder har ${what} for ${periodText(time)} (${periodText(other)}: ${atLeast}${before})`;
}

/** The remedy that sets a time in `datasaet.json`, with what is set there already. */
function chooseTime({ key, set }: SetTimes, ids: readonly string[], { time, before }: Thin): string {
  const code = ({ code: text }: Period): number | string => (key === 'statusaar' ? Number(text) : text);
  const entries = { ...Object.fromEntries(set), ...Object.fromEntries(ids.map((id) => [id, code(before)])) };
  const json = Object.entries(entries).map(([id, value]) => `"${id}": ${JSON.stringify(value)}`);
  return (
    `Hvis rækkerne for ${periodText(time)} er forkerte, så ret eller slet dem. Hvis der mangler rækker, så tilføj dem. ` +
    `Skal ${periodText(before)} vises, så skriv "${key}": {${json.join(', ')}} i datasaet.json ` +
    `(eller ${JSON.stringify(code(time))}, hvis det er meningen).`
  );
}
