import { clean, type Period, periodText } from '../../danish/index.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { acceptSeries, counted, namesOf, type SeriesId, seriesName, seriesNames, subjectName } from './phrases.ts';
import { stopsAll, warns } from './rule.ts';

/** Numbers that lie too far from others: from the subject’s own, from the country’s, or all together near zero. */

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
    ...[series: SeriesId, time: Period, figure: Figure, found: Contradiction, others: number],
    ...[alike: readonly SeriesId[], catalogue: Catalogue],
  ]
>('landet-uden-for', (series, time, figure, found, others, alike, catalogue) => {
  const [one, many] = series.table === 'indikatorer' ? ['andet år', 'andre år'] : ['anden periode', 'andre perioder'];
  const also = [
    ...(others === 0 ? [] : [counted(others, one as string, many as string)]),
    ...(alike.length === 0 ? [] : [seriesNames(alike)]),
  ];
  const rest = also.length === 0 ? '' : ` Det samme gælder for ${also.join(' samt ')}.`;
  return {
    value: figure.text,
    message: `${seriesName(series)}, ${periodText(time)}: hele landet har ${clean(figure.text)}, men ${contradictionText(found, catalogue)}.${rest}`,
    remedy: 'Kontrollér, om tallene er af samme slags, og om et af dem er tastet forkert.',
  };
});

const TIMES_100 = 'Gang tallene med 100 (0,74 skrives 74), eller hent dem som procent.';

/** `times` are those whose numbers are all fractions; none where the whole series is, to its `newest`. */
export const writtenAsFractions = stopsAll<
  [series: SeriesId, times: readonly Period[], newest: Period, count: number, example: Figure]
>(
  'broeker',
  (series, times, newest, count, example) => {
    const name = [seriesName(series), times.map(periodText).join(', ')].filter((part) => part !== '').join(', ');
    return {
      value: example.text,
      message: `${name}: alle ${count} tal ligger mellem -1 og 1, fx ${clean(example.text)}. Det er brøker, hvor der skal stå procent.`,
      remedy: TIMES_100,
      accept: acceptSeries([series], newest),
    };
  },
  { isAcceptable: true },
);

/** The same of some municipalities' numbers, beside which all others are far above; `lowest` is the lowest of those. */
export const someAsFractions = stopsAll<
  [series: SeriesId, time: Period, codes: readonly string[], example: Figure, lowest: Figure, catalogue: Catalogue]
>(
  'broeker',
  (series, time, codes, example, lowest, catalogue) => ({
    value: example.text,
    message: `${seriesName(series)}: ${codes.length} kommuner har tal mellem 0 og 1 for ${periodText(time)}, fx ${clean(example.text)}, mens alle andre har mindst ${clean(lowest.text)}: ${namesOf(codes, catalogue)}. Det er brøker, hvor der skal stå procent.`,
    remedy: TIMES_100,
    accept: acceptSeries([series], time),
  }),
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
export const tooFarApart = warns<[series: SeriesId, leaps: readonly [Leap, ...Leap[]], catalogue: Catalogue]>(
  'stort-spring',
  (series, leaps, catalogue) => {
    const [first] = leaps;
    const [who, name] = [subjectName(first.subject, catalogue), seriesName(series)];
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
export const leapsOfSubject = warns<[series: SeriesId, first: Leap, count: number, catalogue: Catalogue]>(
  'stort-spring',
  (series, first, count, catalogue) => ({
    value: first.to.figure.text,
    message: `${subjectName(first.subject, catalogue)} har store spring i ${count} serier, fx ${seriesName(series).toLowerCase()} ${leapText(first)}.`,
    remedy: 'Er det en anden kommunes tal, eller er kommaet flyttet? Hent tallene igen.',
  }),
);
