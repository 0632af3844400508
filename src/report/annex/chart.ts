import type { Cell, Chart, ChartKind, ChartLabel, YearFigures } from '../report.ts';
import { fill, type IndicatorTemplate } from '../template.ts';
import type { AnnexContext } from './context.ts';
import { type YearValue, yearValuesOf } from './history.ts';

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
  const label = (pattern: string, point: YearValue | undefined): ChartLabel | null =>
    point === undefined
      ? null
      : { year: point.year, text: fill(pattern, { tal: point.text, enhed: indicator.unit }).trimEnd() };
  return {
    kind,
    reason: kind === 'none' ? template.blanks[status.blank ?? 'no-row'] : null,
    countryKind: kindOf(country, indicator),
    range: (subject.kind === 'hele-landet' ? range?.national : range?.local) ?? null,
    first: points.length < 2 ? null : label(words.chart.first, points[0]),
    last: label(words.chart.last, points.at(-1)),
    country: label(words.chart.country, country.at(-1)),
  };
}

/** Two figures are dots: what was between them is not known. So are more, when there is a year between all of them. */
function kindOf(points: readonly YearValue[], { measure }: IndicatorTemplate): ChartKind {
  if (points.length < 2) return points.length === 0 ? 'none' : 'dot';
  const hasNeighbours = points.some(({ year }, index) => points[index + 1]?.year === year + 1);
  if (points.length === 2 || !hasNeighbours) return 'dots';
  return measure === 'count' ? 'steps' : 'line';
}
