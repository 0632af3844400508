import { listText, yearsText } from '../../danish/index.ts';
import { compare } from '../../decimal.ts';
import type { Chart, YearFigures } from '../report.ts';
import { fill, type IndicatorTemplate } from '../template.ts';
import type { AnnexContext } from './context.ts';
import { type Point, pointsOf } from './history.ts';
import { sentence } from './sentence.ts';

/**
 * A chart in words: its numbers and their trend. "Kurve 2012-2024. Glostrup: fra 64 til 74 pct., lavest 61 i 2015,
 * højest 74 i 2024. Hele landet: fra 54 til 62 pct. Alle årene står i tabellen nedenfor."
 */
export function altOf(
  { unit }: IndicatorTemplate,
  history: readonly YearFigures[],
  { kind, countryKind }: Chart,
  { words: { alt }, names }: AnnexContext,
): string {
  const [from, to] = [history[0]?.year, history.at(-1)?.year];
  const span = { fra: from ?? '', til: to ?? '' };
  const years = history.map(({ year }) => year);

  const number = ({ text, year }: Point): string => fill(alt.inYear, { tal: text, aar: year });
  const figure = ({ text }: Point): string => fill(alt.figure, { tal: text, enhed: unit }).trimEnd();
  /** A year is said where it is not the one that the chart begins or ends with. */
  const at = (point: Point, text: string, expected: number | undefined): string =>
    point.year === expected ? text : fill(alt.inYear, { tal: text, aar: point.year });

  const trend = (navn: string, points: readonly Point[], isLine: boolean, withExtremes: boolean): string => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return sentence(alt.without, { navn });
    if (!isLine) {
      const listed = points.map((point) => fill(alt.inYear, { tal: figure(point), aar: point.year }));
      return sentence(alt.listed, { navn, liste: listText(listed) });
    }
    if (points.every(({ text }) => text === first.text)) return sentence(alt.alike, { navn, tal: figure(last) });
    const ends = { navn, foerste: at(first, first.text, from), sidste: at(last, figure(last), to) };
    if (!withExtremes) return sentence(alt.fromTo, ends);
    const extremes = { lavest: number(extreme(points, -1)), hoejest: number(extreme(points, 1)) };
    return sentence(alt.fromToWithExtremes, { ...ends, ...extremes });
  };

  const gaps = (navn: string, points: readonly Point[], isLine: boolean): string[] => {
    const missing = years.filter((year) => !points.some((point) => point.year === year));
    return isLine && missing.length > 0 ? [sentence(alt.gaps, { navn, aar: yearsText(missing) })] : [];
  };

  const provisional = (navn: string, points: readonly Point[]): string[] => {
    const found = points.filter((point) => point.provisional).map(({ year }) => year);
    return found.length === 0 ? [] : [sentence(alt.provisional, { navn, aar: yearsText(found) })];
  };

  const described = (navn: string, points: readonly Point[], isLine: boolean, withExtremes: boolean): string[] => [
    trend(navn, points, isLine, withExtremes),
    ...gaps(navn, points, isLine),
    ...provisional(navn, points),
  ];

  const isLine = (one: Chart['kind']): boolean => one === 'line' || one === 'steps';
  const opening = isLine(kind) ? alt.curve : kind === 'none' ? alt.none : alt.dots;
  return [
    sentence(opening, span),
    ...described(names.subject, pointsOf(history, 'subject'), isLine(kind), true),
    ...(names.country === undefined || countryKind === 'none'
      ? []
      : described(names.country, pointsOf(history, 'country'), isLine(countryKind), false)),
    ...(history.length === 0 ? [] : [alt.table]),
  ].join(' ');
}

/** The first of the lowest (-1) or highest (1), of the unrounded figures. */
const extreme = (points: readonly Point[], sign: 1 | -1): Point =>
  points.reduce((best, point) => (compare(point.value, best.value) === sign ? point : best));
