import { compare, round } from '../../decimal.ts';
import { statusCell } from '../goals.ts';
import type { AnnexIndicator, Cell, Goal, Indicator, Side, YearFigures } from '../report.ts';
import type { IndicatorTemplate } from '../template.ts';
import { altOf } from './alt.ts';
import { chartOf } from './chart.ts';
import type { AnnexContext } from './context.ts';
import { historyOf } from './history.ts';
import { movementText } from './movement.ts';

/** One row of the annex. */
export function annexIndicator(
  indicator: IndicatorTemplate,
  { movement, status: own }: Indicator,
  { statusYear }: Goal,
  years: readonly number[],
  context: AnnexContext,
): AnnexIndicator {
  const { words, basis } = context;
  const { id, shortName: name, unit, better } = indicator;
  const status = statusOf(indicator, own, statusYear, context);
  const history = historyOf(indicator, years, context);
  const chart = chartOf(indicator, history, own, context);
  return {
    id,
    name,
    unit,
    shown: own.blank !== 'not-local' && hasNumber(status, history),
    movement,
    movementText: movementText(movement, words),
    better,
    betterText: words.better[better],
    status,
    comparison: comparisonOf(indicator, status),
    history,
    spread: basis.indicators.get(id)?.spread ?? null,
    chart,
    alt: altOf(indicator, history, chart, context),
  };
}

function statusOf(indicator: IndicatorTemplate, own: Cell, goalYear: number | null, context: AnnexContext): Side<Cell> {
  const { region, country } = context.codesOf(indicator);
  return {
    subject: own,
    ...(region !== undefined && { region: statusCell(region, indicator, goalYear, context) }),
    ...(country !== undefined && { country: statusCell(country, indicator, goalYear, context) }),
  };
}

const hasNumber = (status: Side<Cell>, history: readonly YearFigures[]): boolean =>
  [status, ...history].some(({ subject, region, country }) =>
    [subject, region, country].some((one) => one !== undefined && one.value !== null),
  );

/** Of the rounded figures. A count of a municipality is part of the country's, so the two are not compared. */
function comparisonOf(
  { measure, decimals, better }: IndicatorTemplate,
  { subject, country }: Side<Cell>,
): AnnexIndicator['comparison'] {
  const [own, other] = [subject.value, country?.value ?? null];
  if (own === null || other === null || measure === 'count') return null;
  const direction = compare(round(own, decimals), round(other, decimals));
  if (direction === 0) return 'level';
  return direction > 0 === (better === 'higher') ? 'better' : 'worse';
}
