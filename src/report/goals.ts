import { compare, type Decimal, round } from '../decimal.ts';
import { changeCell, figureCell, figureUse, notLocalCell } from './cells.ts';
import { aboutSeries, type Context } from './figures.ts';
import type { Cell, FigureUse, Goal, GoalMovement, GoalsTable, Indicator, Movement } from './report.ts';
import { fill, type GoalTemplate, type IndicatorTemplate, type Template } from './template.ts';

/** The table of goals: each with its own status year, the same for all subjects. */
export function goalsTable(context: Context): GoalsTable {
  const { caption, columns, noYear, goals } = context.template.goals;
  return { caption, columns, noYear, goals: goals.map((goal) => goalOf(goal, context)) };
}

function goalOf(goal: GoalTemplate, context: Context): Goal {
  const { goalText, baseline } = context.template.goals;
  const { number, name, baselineYear, pageBreakBefore } = goal;
  const statusYear = goalStatusYear(goal, context);
  const indicators = goal.indicators.map((indicator) => indicatorOf(indicator, { baselineYear, statusYear }, context));
  return {
    number,
    name,
    text: fill(goalText, { navn: name, tekst: goal.text }),
    sentence: goal.text,
    statusYear,
    statusYearSet: context.statusYears.has(number),
    baselineYear,
    statusText: statusYear === null ? '' : String(statusYear),
    baselineText: fill(baseline, { aar: baselineYear }),
    pageBreakBefore,
    measuredLocally: goal.indicators.some(({ nationalOnly }) => !nationalOnly),
    movement: goalMovement(indicators.map((indicator) => indicator.movement)),
    indicators,
  };
}

type GoalYears = Pick<Goal, 'statusYear' | 'baselineYear'>;

function indicatorOf(
  indicator: IndicatorTemplate,
  { statusYear, baselineYear }: GoalYears,
  context: Context,
): Indicator {
  const { goals, blanks } = context.template;
  const { kind, code } = context.subject;
  const { id, shortName: name, measure, better, decimals, nationalOnly } = indicator;
  const text = fill(goals.indicatorText, { id, tekst: indicator.text });
  const row = { id, text, name, measure, better, measuredLocally: !nationalOnly };
  const about = aboutSeries(id, context);
  const changeForm = { unit: indicator.changeUnit, decimals };
  if (nationalOnly && kind !== 'hele-landet') {
    const change = notLocalCell(goals.notMeasured, changeForm, blanks);
    const blank = notLocalCell('', indicator, blanks);
    return { ...row, status: blank, baseline: blank, change, movement: null, ...about };
  }
  const status = statusUse(code, id, statusYear, context);
  const baseline = figureAt('baseline', code, id, baselineYear, context);
  return {
    ...row,
    status: statusCell(status, indicator, statusYear, context.template),
    baseline: figureCell(baseline, indicator, blanks),
    change: changeCell(status, baseline, changeForm, blanks),
    movement: indicatorMovement(status.value, baseline.value, indicator),
    ...about,
  };
}

/** The figure of an indicator's status of the subject with a code. */
export const statusUse = (code: string, id: string, goalYear: number | null, context: Context): FigureUse =>
  figureAt('status', code, id, indicatorStatusYear(id, goalYear, context), context);

/** A status as it is printed, with its year behind it when it is older than the goal's. */
export function statusCell(
  status: FigureUse,
  indicator: IndicatorTemplate,
  goalYear: number | null,
  { blanks, goals }: Template,
): Cell {
  const withYear = (tal: string): string => fill(goals.older, { tal, aar: status.time });
  return figureCell(status, indicator, blanks, status.time === String(goalYear) ? undefined : withYear);
}

const figureAt = (
  role: FigureUse['role'],
  code: string,
  id: string,
  year: number | null,
  { figures }: Context,
): FigureUse =>
  year === null ? figureUse(role, '', undefined) : figureUse(role, String(year), figures.indicator(code, id, year));

/** The year set by the dataset's owner, else the newest in which anybody has a number for one of the indicators. */
export const goalStatusYear = (
  { number, indicators }: GoalTemplate,
  { figures, statusYears }: Pick<Context, 'figures' | 'statusYears'>,
): number | null => statusYears.get(number) ?? figures.newestYear(indicators.map(({ id }) => id)) ?? null;

/** Baseline to status year; none without a status year, or when it is before the baseline. */
export function yearsOf({ statusYear, baselineYear }: GoalYears): number[] {
  const count = statusYear === null ? 0 : Math.max(0, statusYear - baselineYear + 1);
  return Array.from({ length: count }, (_, index) => baselineYear + index);
}

/** The goal's status year, or the indicator's own newest before it when nobody has measured it in that year. */
export const indicatorStatusYear = (
  id: string,
  goalYear: number | null,
  { figures }: Pick<Context, 'figures'>,
): number | null => (goalYear === null ? null : (figures.newestYear([id], goalYear) ?? goalYear));

/** Movement of one indicator, from the figures as they print: rounded to `decimals`. Null when either is missing. */
export function indicatorMovement(
  status: Decimal | null,
  baseline: Decimal | null,
  { decimals, better }: { readonly decimals: number; readonly better: 'higher' | 'lower' },
): Movement | null {
  if (status === null || baseline === null) return null;
  const direction = compare(round(status, decimals), round(baseline, decimals));
  if (direction === 0) return 'unchanged';
  return direction > 0 === (better === 'higher') ? 'positive' : 'negative';
}

/**
 * What more than half of a goal's indicators do, each weighing the same, else mixed. Published for three alike, and for
 * two alike with one unchanged; assumed for the other cases, and that an indicator without a movement does not count.
 * Null when none has one.
 */
export function goalMovement(movements: readonly (Movement | null)[]): GoalMovement | null {
  const known = movements.filter((movement) => movement !== null);
  if (known.length === 0) return null;
  const isMajority = (movement: Movement): boolean =>
    known.filter((other) => other === movement).length * 2 > known.length;
  return known.find(isMajority) ?? 'mixed';
}
