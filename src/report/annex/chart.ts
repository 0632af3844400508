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
