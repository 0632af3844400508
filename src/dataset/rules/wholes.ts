import { clean, listText, type Period, periodText } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import {
  acceptSeries,
  counted,
  EMPTIED,
  namesAfter,
  namesOf,
  seriesName,
  seriesNames,
  shortList,
  subjectName,
  subjectsText,
} from './phrases.ts';
import { remarks, stopsAll, stopsSubject, warns } from './rule.ts';

/** What should be looked at in a dataset as a whole, though each row by itself is right. */

type Table = Series['table'];

/** All may follow from wrong rows. */
const follows = { follows: 'wrong rows' } as const;

type Baseline = readonly [year: number, ids: readonly string[]];

const sayBaseline = (...[year, ids]: Baseline) => ({
  value: String(year),
  message: `Der er ingen række for basisåret ${year} for indikator ${listText(ids)}, så udviklingen bliver tom i alle rapporter.`,
  remedy: `Hent også ${year}, eller skriv rækker med "..", hvis tallene ikke findes.`,
});

export const baselineWithoutRows = warns<Baseline>('basisaar-uden-tal', sayBaseline, follows);
export const noBaselineAtAll = stopsAll<Baseline>('basisaar-uden-tal', sayBaseline, follows);

/** Years, "2013-2015, 2020", that subjects lack between two that they have; `value` is the text of the row after them. */
type Break = readonly [id: string, missing: string, codes: readonly string[], value: string, catalogue: Catalogue];

export const seriesBroken = warns<Break>(
  'brudt-serie',
  (id, missing, codes, value, catalogue) => ({
    value,
    message:
      codes.length === 1
        ? `${subjectsText(codes, catalogue)}, indikator ${id}: ${missing} mangler, men findes for de fleste andre.`
        : `Indikator ${id}: ${missing} mangler for ${subjectsText(codes, catalogue)}, men findes for de fleste andre: ${namesOf(codes, catalogue)}.`,
    remedy: 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret.',
  }),
  follows,
);

/** What contradicts a figure of the whole country: a municipality's number, or the sum of all. */
export type Contradiction =
  | { readonly kind: 'lowest' | 'highest' | 'part'; readonly code: string; readonly figure: Figure }
  | { readonly kind: 'sum'; readonly count: number; readonly sum: number };

function contradictionText(found: Contradiction, catalogue: Catalogue): string {
  if (found.kind === 'sum') return `${found.count} kommuner har tilsammen ${found.sum}`;
  const [name, text] = [subjectName(found.code, catalogue), clean(found.figure.text)];
  if (found.kind === 'part') return `${name} alene har ${text}`;
  return `${found.kind === 'lowest' ? 'lavest' : 'højest'} af kommunerne er ${name} med ${text}`;
}

export const countryContradicted = warns<
  [
    ...[table: Table, id: string, time: Period, figure: Figure, found: Contradiction, others: number],
    ...[alike: readonly Series[], catalogue: Catalogue],
  ]
>('landet-uden-for', (table, id, time, figure, found, others, alike, catalogue) => {
  const [one, many] = table === 'indikatorer' ? ['andet år', 'andre år'] : ['anden periode', 'andre perioder'];
  const also = [
    ...(others === 0 ? [] : [counted(others, one as string, many as string)]),
    ...(alike.length === 0 ? [] : [seriesNames(alike)]),
  ];
  const rest = also.length === 0 ? '' : ` Det samme gælder for ${also.join(' samt ')}.`;
  return {
    value: figure.text,
    message: `${seriesName(table, id)}, ${periodText(time)}: hele landet har ${clean(figure.text)}, men ${contradictionText(found, catalogue)}.${rest}`,
    remedy: 'Kontrollér, om tallene er af samme slags, og om et af dem er tastet forkert.',
  };
});

/** `times` are those whose numbers are all fractions; none where the whole series is, to its `newest`. */
export const writtenAsFractions = stopsAll<
  [table: Table, id: string, times: readonly Period[], newest: Period, count: number, example: Figure]
>(
  'broeker',
  (table, id, times, newest, count, example) => {
    const name = [seriesName(table, id), times.map(periodText).join(', ')].filter((part) => part !== '').join(', ');
    return {
      value: example.text,
      message: `${name}: alle ${count} tal ligger mellem -1 og 1, fx ${clean(example.text)}. Det er brøker, hvor der skal stå procent.`,
      remedy: 'Gang tallene med 100 (0,74 skrives 74), eller hent dem som procent.',
      accept: acceptSeries([{ id }], newest),
    };
  },
  { isAcceptable: true },
);

/** A number and its time. */
export interface TimedNumber {
  readonly time: Period;
  readonly figure: Figure;
}

/** From one number of a subject to another that is too far away. */
export interface Leap {
  readonly subject: string;
  readonly from: TimedNumber;
  readonly to: TimedNumber;
  readonly isBaseline: boolean;
}

/** "fra 74 i 2023 til 7,4 i 2024" */
function leapText({ from, to, isBaseline }: Leap): string {
  const at = ({ time, figure }: TimedNumber, year: string): string =>
    `${clean(figure.text)} ${time.kind === 'year' ? `i ${year}${periodText(time)}` : `(${periodText(time)})`}`;
  return `fra ${at(from, isBaseline ? 'basisåret ' : '')} til ${at(to, '')}`;
}

/** One leap, or the first of several between the same times. */
export const tooFarApart = warns<[table: Table, id: string, leaps: readonly [Leap, ...Leap[]], catalogue: Catalogue]>(
  'stort-spring',
  (table, id, leaps, catalogue) => {
    const [first] = leaps;
    const [who, name] = [subjectName(first.subject, catalogue), seriesName(table, id)];
    return {
      value: first.to.figure.text,
      message:
        leaps.length === 1
          ? `${who}, ${name.toLowerCase()}: ${leapText(first)}.`
          : `${name}: ${leaps.length} områder har store spring, fx ${who} ${leapText(first)}.`,
      remedy: 'Kontrollér, om et af tallene er tastet forkert.',
    };
  },
);

/** One subject leaps in many series. */
export const leapsOfSubject = warns<[table: Table, id: string, first: Leap, series: number, catalogue: Catalogue]>(
  'stort-spring',
  (table, id, first, series, catalogue) => ({
    value: first.to.figure.text,
    message: `${subjectName(first.subject, catalogue)} har store spring i ${series} serier, fx ${seriesName(table, id).toLowerCase()} ${leapText(first)}.`,
    remedy: 'Er det en anden kommunes tal, eller er kommaet flyttet? Hent tallene igen.',
  }),
);

export const missingRow = warns<
  [table: Table, id: string, when: string, missing: readonly string[], catalogue: Catalogue]
>(
  'manglende-raekke',
  (table, id, when, missing, catalogue) => ({
    value: id,
    message: `${seriesName(table, id)}: ${subjectsText(missing, catalogue)} mangler en række for ${when}${namesAfter(missing, catalogue)}.`,
    remedy:
      'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret. Ellers bliver feltet tomt. Udelader filen nuller, så skriv dem som 0.',
  }),
  follows,
);

/** A subject that lacks many rows: how many, and of which series of each table. */
export const missingRowsOfSubject = warns<
  [code: string, count: number, series: ReadonlyMap<Table, readonly string[]>, catalogue: Catalogue]
>(
  'manglende-raekke',
  (code, count, series, catalogue) => {
    const where = [...series].map(([table, ids]) => seriesName(table, listText(ids)).toLowerCase());
    return {
      value: code,
      message: `${subjectName(code, catalogue)} mangler ${count} rækker, som de fleste andre har: ${where.join(' og ')}.`,
      remedy: 'Kontrollér, om filen er afkortet. Skriv rækker med "..", hvor tal er diskretioneret.',
    };
  },
  follows,
);

export const periodWithoutNumber = stopsAll<[id: string, code: string, withNumbers: readonly string[]]>(
  'periode-uden-tal',
  (id, code, withNumbers) => ({
    value: code,
    message: `${seriesName('noegletal', id)} er sat til perioden ${code}, men der er ingen tal for den.`,
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

/** A time that would leave most reports without a figure: few subjects have a row, though most had one before. */
export interface Thin {
  readonly time: Period;
  readonly before: Period;
  /** Subjects with a row, and with a number, at `time` and `before`. */
  readonly rows: readonly [now: number, before: number];
  readonly numbers: readonly [now: number, before: number];
}

/** What `datasaet.json` sets times by, and what it sets already; `subjects` is how many subjects there are. */
export interface SetTimes {
  readonly key: 'statusaar' | 'perioder';
  readonly set: ReadonlyMap<unknown, unknown>;
  readonly subjects: number;
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
    message: `${seriesName(table, id)} vises for ${periodText(thin.time)}${reason}.`,
    remedy: 'Kontrollér, at det er meningen. De andre rapporter får et tomt felt.',
  };
};

export const shownThin = {
  statusaar: warns<ShownThin>('statusaar-faa-tal', sayShownThin),
  perioder: warns<ShownThin>('periode-faa-tal', sayShownThin),
};

/** "kun 1 af 99 områder har et tal for 2024 (2023: 96)": numbers, or rows where the numbers do not show it. */
function howFew(group: readonly [Thin, ...Thin[]], { subjects }: SetTimes): string {
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

export const emptyTable = stopsAll<[table: Table]>(
  'tabel-uden-tal',
  (table) => ({
    message: `Ingen række i ${table} har et tal, så halvdelen af hver rapport ville blive tom.`,
    remedy: 'Hent tabellen igen, eller kontrollér, om kolonnen med tallene er den rigtige.',
  }),
  follows,
);

export const seriesUnused = warns<[table: Table, id: string]>(
  'ubrugt',
  (table, id) => ({
    value: id,
    message: `Der er ingen tal for ${seriesName(table, id).toLowerCase()}.`,
    remedy: 'Tilføj tallene, hvis de findes. Ellers bliver feltet tomt i alle rapporter.',
  }),
  follows,
);

export const silentSubject = warns<[code: string, catalogue: Catalogue]>(
  'ingen-tal',
  (code, { subjects }) => ({
    value: code,
    message: `${code === COUNTRY ? '' : 'Kommunen '}${subjects.get(code)} (${code}) har ingen tal.`,
    remedy: 'Tilføj tallene. Ellers bliver rapporten tom.',
  }),
  follows,
);

export const silentInTable = warns<[code: string, table: Table, other: Table, own: number, catalogue: Catalogue]>(
  'ingen-tal',
  (code, table, other, own, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)} har ingen tal i ${table}, men tal for ${own} serier i ${other}.`,
    remedy: EMPTIED,
  }),
  follows,
);

const lookForCut = 'Kontrollér, om filen er afkortet. Skriv rækker med "..", hvor tal er diskretioneret.';

const sayLack = (codes: readonly string[], what: string, catalogue: Catalogue) => ({
  value: codes.join(', '),
  message: `${subjectsText(codes, catalogue)} ${what}${namesAfter(codes, catalogue)}.`,
  remedy: lookForCut,
});

export const noRows = stopsSubject<[codes: readonly string[], catalogue: Catalogue]>(
  'kommune-uden-raekker',
  (codes, catalogue) => sayLack(codes, 'har ingen rækker', catalogue),
  follows,
);

export const inOneTableOnly = stopsSubject<[codes: readonly string[], has: Table, lacks: Table, catalogue: Catalogue]>(
  'kommune-uden-raekker',
  (codes, has, lacks, catalogue) => sayLack(codes, `har rækker i ${has}, men ingen i ${lacks}`, catalogue),
  follows,
);

type Few = readonly [local: number, all: number];
const fewText = (...[local, all]: Few): string => `Datasættet har kun rækker for ${local} af ${all} kommuner.`;

export const fewMunicipalities = remarks<Few>(
  'kommune-uden-raekker',
  (...few) => ({
    message: fewText(...few),
    remedy: 'De andre får ingen rapport. Du behøver ikke gøre noget, hvis det er meningen.',
  }),
  follows,
);

export const notAmongTheFew = stopsSubject<Few>(
  'kommune-uden-raekker',
  (...few) => ({ message: `${fewText(...few)} Denne er ikke en af dem.`, remedy: 'Tilføj rækker for den.' }),
  follows,
);
