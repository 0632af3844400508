import { listText, yearsText } from '../../danish/index.ts';
import { compare } from '../../decimal.ts';
import type { Cell } from '../report.ts';
import { fill, type IndicatorTemplate, sentence } from '../template.ts';
import type { Chart, ChartKind, ChartLabel, YearFigures } from './annex.ts';
import type { AnnexContext } from './context.ts';
import { type YearValue, yearValuesOf } from './history.ts';
import type { AnnexWording } from './wording.ts';

/** What the drawing of a history needs beside it. */
export function chartOf(
  indicator: IndicatorTemplate,
  history: readonly YearFigures[],
  status: Cell,
  { common, words, template, subject }: AnnexContext,
): Chart {
  const points = yearValuesOf(history, 'subject');
  const country = indicator.measure === 'count' ? [] : yearValuesOf(history, 'country');
  const kind = kindOf(points, indicator);
  const range = common.indicators.get(indicator.id)?.range;
  const labelAt = (point: YearValue | undefined, end: number | undefined): ChartLabel | null => {
    if (point === undefined) return null;
    const { year, text } = point;
    if (year === end) return { year, text, short: text };
    const values = { tal: text, enhed: indicator.unit, aar: year };
    return {
      year,
      text: fill(words.chart.older, values).replace('  ', ' '),
      short: fill(words.chart.olderShort, values),
    };
  };
  return {
    kind,
    reason: kind === 'none' ? template.blanks[status.blank ?? 'no-row'] : null,
    countryKind: kindOf(country, indicator),
    range: (subject.kind === 'hele-landet' ? range?.national : range?.local) ?? null,
    first: points.length < 2 ? null : labelAt(points[0], history[0]?.year),
    last: labelAt(points.at(-1), history.at(-1)?.year),
  };
}

/** Of two figures, years apart, what was between them is not known. */
function kindOf(points: readonly YearValue[], { measure }: IndicatorTemplate): ChartKind {
  if (points.length < 2) return points.length === 0 ? 'none' : 'dot';
  const hasNeighbours = points.some(({ year }, index) => points[index + 1]?.year === year + 1);
  if (!hasNeighbours) return points.length === 2 ? 'ends' : 'dots';
  return measure === 'count' ? 'steps' : 'line';
}

/**
 * A chart in words: its numbers and their trend. "Kurve 2012-2024. Glostrup: fra 64 til 74 pct., lavest 61 i 2015,
 * højest 74 i 2024. Hele landet: fra 54 til 62 pct."
 */
export function altOf(
  { unit }: IndicatorTemplate,
  history: readonly YearFigures[],
  { kind, countryKind }: Chart,
  { words: { alt: words }, names }: AnnexContext,
): string {
  const frame = { words, unit, years: history.map(({ year }) => year) };
  const opening = isLine(kind) || kind === 'ends' ? words.curve : kind === 'none' ? words.none : words.dots;
  const about = (side: 'subject' | 'country', how: ChartKind, fromTo: string): string[] =>
    sentencesOn({ ...frame, navn: names[side] ?? '', points: yearValuesOf(history, side), kind: how, fromTo });
  return [
    sentence(opening, { fra: frame.years[0] ?? '', til: frame.years.at(-1) ?? '' }),
    ...about('subject', kind, words.fromToWithExtremes),
    ...(countryKind === 'none' ? [] : about('country', countryKind, words.fromTo)),
  ].join(' ');
}

const isLine = (kind: ChartKind): boolean => kind === 'line' || kind === 'steps';

/** The figures of one side. */
interface DrawnSide {
  readonly words: AnnexWording['alt'];
  readonly unit: string;
  /** All that the chart shows. */
  readonly years: readonly number[];
  readonly navn: string;
  readonly points: readonly YearValue[];
  readonly kind: ChartKind;
  /** Said of a line: with its lowest and highest, or without. */
  readonly fromTo: string;
}

function sentencesOn(side: DrawnSide): string[] {
  const { words, navn, points, years } = side;
  const missing = years.filter((year) => !points.some((point) => point.year === year));
  const provisional = points.filter((point) => point.provisional).map(({ year }) => year);
  return [
    trend(side),
    ...(isLine(side.kind) && missing.length > 0 ? [sentence(words.gaps, { navn, aar: yearsText(missing) })] : []),
    ...(provisional.length > 0 ? [sentence(words.provisional, { navn, aar: yearsText(provisional) })] : []),
  ];
}

function trend({ words, unit, years, navn, points, kind, fromTo }: DrawnSide): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return sentence(words.without, { navn });
  const inYear = (tal: string, aar: number): string => fill(words.inYear, { tal, aar });
  const withUnit = ({ text }: YearValue): string => fill(words.figure, { tal: text, enhed: unit }).trimEnd();
  if (kind === 'ends')
    return sentence(words.ends, {
      navn,
      foerste: inYear(withUnit(first), first.year),
      sidste: inYear(withUnit(last), last.year),
    });
  if (!isLine(kind))
    return sentence(words.listed, { navn, liste: listText(points.map((one) => inYear(withUnit(one), one.year))) });
  if (points.every(({ text }) => text === first.text)) return sentence(words.alike, { navn, tal: withUnit(last) });
  const [lowest, highest] = [extreme(points, -1), extreme(points, 1)];
  return sentence(fromTo, {
    navn,
    // With the year where it is not the one that the chart begins or ends with.
    foerste: first.year === years[0] ? first.text : inYear(first.text, first.year),
    sidste: last.year === years.at(-1) ? withUnit(last) : inYear(withUnit(last), last.year),
    lavest: inYear(lowest.text, lowest.year),
    hoejest: inYear(highest.text, highest.year),
  });
}

/** The first of the lowest (-1) or highest (1), of the unrounded figures. */
const extreme = (points: readonly YearValue[], sign: 1 | -1): YearValue =>
  points.reduce((best, point) => (compare(point.value, best.value) === sign ? point : best));
