import { clean, type Period, periodText } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { acceptSeries, alsoOf, counted, EMPTIED, namesOf, seriesName, seriesNames, subjectName } from './phrases.ts';
import { stopsAll, warns } from './rule.ts';

/** What is said where numbers have vanished, or some are out of place. */

const follows = { follows: 'wrong rows' } as const;
const acceptable = { ...follows, isAcceptable: true } as const;

/** A subject that had numbers of many series at the time before, and has few at the newest. */
export const emptied = warns<
  [code: string, now: number, before: number, series: readonly Series[], catalogue: Catalogue]
>(
  'tal-vaek',
  (code, now, before, series, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)} har kun ${now} tal, hvor der perioden før var ${before}. Der mangler tal for ${seriesNames(series)}.`,
    remedy: EMPTIED,
  }),
  follows,
);

/** The country has no number where most municipalities have one. */
export const countryBlank = warns<[series: readonly Series[], catalogue: Catalogue]>(
  'landet-uden-tal',
  (series, catalogue) => ({
    value: series[0]?.id,
    message: `${subjectName('000', catalogue)} har ikke et tal for ${seriesNames(series)} i den nyeste periode, selv om kommunerne har. Feltet bliver tomt i alle rapporter.`,
    remedy: 'Tilføj rækkerne for 000, eller hent dem med kommunernes.',
  }),
  follows,
);

/** Many municipalities that had a number at the time before have none at the newest. */
export const thinned = warns<
  [series: Series, time: Period, before: Period, lost: readonly string[], of: number, catalogue: Catalogue]
>(
  'tal-vaek',
  (series, time, before, lost, of, catalogue) => ({
    value: series.id,
    message: `${seriesName(series)}: ${lost.length} af ${of} kommuner, der havde et tal for ${periodText(before)}, har ikke et for ${periodText(time)}: ${namesOf(lost, catalogue)}.`,
    remedy: EMPTIED,
    accept: acceptSeries([series], time),
  }),
  acceptable,
);

export const thinBaseline = warns<[series: Series, year: Period, then: number, newest: Period, now: number]>(
  'basisaar-faa-tal',
  (series, year, then, newest, now) => ({
    value: year.code,
    message: `${seriesName(series)}: ${then === 0 ? 'ingen kommune' : `kun ${counted(then, 'kommune', 'kommuner')}`} har et tal for basisåret ${year.code}, men ${now} har for ${newest.code}. Udviklingen bliver tom for ${then === 0 ? 'alle kommuner' : 'de andre'}.`,
    remedy: `Hent tallene for ${year.code} igen.`,
    accept: acceptSeries([series], year),
  }),
  acceptable,
);

/** A subject that has newest numbers of some indicators, and rows of their baselines without one. */
export const baselineBlank = warns<
  [code: string, blank: readonly { readonly series: Series; readonly year: Period }[], catalogue: Catalogue]
>(
  'basisaar-faa-tal',
  (code, blank, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)} har ikke et tal for basisåret for ${seriesNames(blank.map(({ series }) => series))}. Udviklingen bliver tom.`,
    remedy: EMPTIED,
    accept: blank.flatMap(({ series, year }) => acceptSeries([series], year)),
  }),
  acceptable,
);

/** One number of a municipality beside what others have. */
export const fractionsOfOne = stopsAll<
  [
    ...[code: string, small: number, of: number, series: Series, figure: Figure, usual: number],
    ...[edition: string, catalogue: Catalogue],
  ]
>(
  'broeker-i-kommune',
  (code, small, of, series, figure, usual, edition, catalogue) => ({
    value: figure.text,
    message: `${subjectName(code, catalogue)}: ${small} af ${of} procenter er højst 1, hvor kommunernes median er over 5, fx ${seriesName(series).toLowerCase()}: ${clean(figure.text)} (median ${decimalText(usual)}).`,
    remedy: 'Er det brøker? Gang tallene med 100 (0,74 skrives 74).',
    accept: [[code, edition]],
  }),
  acceptable,
);

export const twins = stopsAll<
  [codes: readonly [string, string], equal: number, of: number, edition: string, catalogue: Catalogue]
>(
  'ens-omraader',
  ([a, b], equal, of, edition, catalogue) => ({
    value: `${a}, ${b}`,
    message: `${subjectName(a, catalogue)} og ${subjectName(b, catalogue)} har samme tal i ${equal} af ${of} serier.`,
    remedy: 'Er den enes rækker kopieret til den anden? Hent tallene igen.',
    accept: [[b, edition]],
  }),
  acceptable,
);

export const swappedSubjects = warns<
  [codes: readonly [string, string], series: number, edition: string, catalogue: Catalogue]
>(
  'byttede-kommuner',
  ([a, b], series, edition, catalogue) => ({
    value: `${a}, ${b}`,
    message: `${subjectName(a, catalogue)} og ${subjectName(b, catalogue)} ser ud til at være byttet om i den nyeste periode: de passer til hinandens tidligere tal i ${series} serier.`,
    remedy: 'Kontrollér kommunekoderne. Hent tallene igen, hvis de er byttet om.',
    accept: [
      [a, edition],
      [b, edition],
    ],
  }),
  acceptable,
);

export const subjectUnmoved = warns<
  [code: string, same: readonly Series[], of: number, edition: string, catalogue: Catalogue]
>(
  'kommune-uaendret',
  (code, same, of, edition, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)} har samme nyeste tal som tiden før i ${same.length} af ${of} serier: ${seriesNames(same)}.`,
    remedy: 'Er kommunens gamle tal hentet igen? Hent de nye.',
    accept: [[code, edition]],
  }),
  acceptable,
);

export const zeros = warns<
  [series: Series, time: Period, codes: readonly string[], lowest: Figure, catalogue: Catalogue]
>(
  'nul-for-intet',
  (series, time, codes, lowest, catalogue) => ({
    value: '0',
    message: `${seriesName(series)}: ${codes.length} kommuner har 0 for ${periodText(time)}, mens alle andre har mindst ${clean(lowest.text)}: ${namesOf(codes, catalogue)}.`,
    remedy: 'Står 0 i stedet for et diskretioneret tal? Skriv "..".',
    accept: acceptSeries([series], time),
  }),
  acceptable,
);

export const onlyZeros = warns<[series: Series, time: Period, count: number, text: string]>(
  'nul-for-intet',
  (series, time, count, text) => ({
    value: text,
    message: `${seriesName(series)}: alle ${count} kommuner, der har et tal for ${periodText(time)}, har 0.`,
    remedy: 'Står der 0 eller "-", som betyder 0, hvor tallene mangler? Hent tallene igen, eller skriv "..".',
    accept: acceptSeries([series], time),
  }),
  acceptable,
);

export const nines = warns<
  [series: Series, time: Period, codes: readonly string[], text: string, catalogue: Catalogue]
>(
  'nitaller',
  (series, time, codes, text, catalogue) => ({
    value: text,
    message: `${seriesName(series)}: ${codes.length} kommuner har ${clean(text)} for ${periodText(time)}: ${namesOf(codes, catalogue)}.`,
    remedy: 'Er det en kode for manglende tal? Skriv "..".',
  }),
  follows,
);

export const lostDecimals = warns<[series: Series, time: Period, before: Period, example: Figure]>(
  'hele-tal',
  (series, time, before, example) => ({
    value: example.text,
    message: `${seriesName(series)}: alle tal for ${periodText(time)} er hele, fx ${clean(example.text)}. Det er de ikke for ${periodText(before)}.`,
    remedy: 'Er decimalerne gået tabt? Hent tallene med decimaler, hvis kilden har dem.',
    accept: acceptSeries([series], time),
  }),
  acceptable,
);

/** The country's newest numbers are those of the time before in `same` of `of` series. */
export const countryAsBefore = warns<[same: number, of: number, series: readonly Series[]]>(
  'landet-uaendret',
  (same, of, series) => ({
    value: series[0]?.id,
    message: `Hele landet har samme nyeste tal som perioden før i ${same} af ${of} serier: ${seriesNames(series)}.`,
    remedy: 'Er landets gamle tal hentet igen? Hent de nye.',
  }),
  follows,
);

export const plainMean = warns<[hits: number, of: number, series: readonly Series[]]>(
  'landet-er-gennemsnit',
  (hits, of, series) => ({
    value: series[0]?.id,
    message: `Hele landet er lig med kommunernes simple gennemsnit i ${hits} af ${of} tal, fx ${seriesNames(series.slice(0, 3))}.`,
    remedy: 'Et simpelt gennemsnit tager ikke hensyn til kommunernes størrelse. Hent tallet for hele landet.',
  }),
  follows,
);

export const sumTooSmall = warns<
  [series: Series, time: Period, count: number, sum: number, figure: Figure, alike: readonly Series[]]
>(
  'landet-uden-for',
  (series, time, count, sum, figure, alike) => ({
    value: figure.text,
    message: `${seriesName(series)}, ${periodText(time)}: hele landet har ${clean(figure.text)}, men ${count} kommuner har tilsammen kun ${sum}.${alsoOf(alike)}`,
    remedy: 'Er cifre gået tabt, eller er tallene fra to forskellige opgørelser?',
  }),
  follows,
);

const decimalText = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',');
