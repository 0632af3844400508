import { withMinus } from '../../danish/index.ts';
import { indicatorMovement, statusCell, statusUse } from '../goals.ts';
import type { Cell, Goal, Indicator } from '../report.ts';
import type { IndicatorTemplate } from '../template.ts';
import type { AnnexIndicator, Side, YearFigures } from './annex.ts';
import { altOf, chartOf } from './chart.ts';
import { type AnnexContext, mapSides } from './context.ts';
import { historyOf } from './history.ts';
import { placedSpread } from './spread.ts';

/** One row of the annex. */
export function annexIndicator(
  indicator: IndicatorTemplate,
  { movement, status: own, change }: Indicator,
  { statusYear }: Goal,
  years: readonly number[],
  context: AnnexContext,
): AnnexIndicator {
  const { words, common, subject, template, codesOf } = context;
  const { id, shortName: name, unit, measure, better } = indicator;
  const statusOf = (code: string): Cell =>
    code === subject.code ? own : statusCell(statusUse(code, id, statusYear, context), indicator, statusYear, template);
  const status = mapSides(codesOf(indicator), statusOf);
  const history = historyOf(indicator, years, context);
  const { spread = null, spreadFault = null } = common.indicators.get(id) ?? {};
  // The whole country is no municipality of the spread.
  const placed = subject.kind === 'kommune' ? own : { value: null };
  const chart = chartOf(indicator, history, own, context);
  return {
    id,
    name,
    unit,
    measure,
    shown: own.blank !== 'not-local' && hasNumber(status, history),
    movement,
    movementText: movement === null ? null : words.movements[movement].word,
    better,
    betterText: words.better[better],
    status,
    changeText: signedText(change),
    comparison: comparisonOf(indicator, status),
    history,
    spread: spread === null ? null : placedSpread(spread, subject.name, placed, indicator, words.spread),
    spreadFault,
    chart,
    alt: altOf(indicator, history, chart, context),
  };
}

/** "+10 pct. point", "\u22126 pct. point", "0 pct. point"; "" when blank. */
function signedText({ text, value }: Cell): string {
  if (value === null) return '';
  return /^(-|0(,0+)?( |$))/.test(text) ? withMinus(text) : `+${text}`;
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
