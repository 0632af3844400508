import { statusCell, statusUse } from '../goals.ts';
import { indicatorMovement } from '../movement.ts';
import type { AnnexIndicator, Cell, Goal, Indicator, Side, YearFigures } from '../report.ts';
import type { IndicatorTemplate } from '../template.ts';
import { altOf } from './alt.ts';
import { chartOf } from './chart.ts';
import { type AnnexContext, mapSides } from './context.ts';
import { historyOf } from './history.ts';

/** One row of the annex. */
export function annexIndicator(
  indicator: IndicatorTemplate,
  { movement, status: own }: Indicator,
  { statusYear }: Goal,
  years: readonly number[],
  context: AnnexContext,
): AnnexIndicator {
  const { words, common, subject, template, codesOf } = context;
  const { id, shortName: name, unit, better } = indicator;
  const statusOf = (code: string): Cell =>
    code === subject.code ? own : statusCell(statusUse(code, id, statusYear, context), indicator, statusYear, template);
  const status = mapSides(codesOf(indicator), statusOf);
  const history = historyOf(indicator, years, context);
  const chart = chartOf(indicator, history, own, context);
  return {
    id,
    name,
    unit,
    shown: own.blank !== 'not-local' && hasNumber(status, history),
    movement,
    movementText: movement === null ? null : words.movements[movement],
    better,
    betterText: words.better[better],
    status,
    comparison: comparisonOf(indicator, status),
    history,
    spread: common.indicators.get(id)?.spread ?? null,
    chart,
    alt: altOf(indicator, history, chart, context),
  };
}

const hasNumber = (status: Side<Cell>, history: readonly YearFigures[]): boolean =>
  [status, ...history].some(({ subject, region, country }) =>
    [subject, region, country].some((one) => one !== undefined && one.value !== null),
  );

const comparisons = { positive: 'better', negative: 'worse', unchanged: 'level' } as const;

/**
 * As the movement from the country's figure to the subject's. A count of a municipality is part of the country's, so the
 * two are not compared.
 */
function comparisonOf(indicator: IndicatorTemplate, { subject, country }: Side<Cell>): AnnexIndicator['comparison'] {
  if (indicator.measure === 'count') return null;
  const movement = indicatorMovement(subject.value, country?.value ?? null, indicator);
  return movement === null ? null : comparisons[movement];
}
