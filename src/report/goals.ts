import { type Asked, changeCell, figureCell, notLocalCell } from './cell.ts';
import type { Figures } from './figures.ts';
import { goalMovement, indicatorMovement } from './movement.ts';
import type { Goal, GoalsTable, Indicator, Subject } from './report.ts';
import { fill, type GoalTemplate, type IndicatorTemplate, perTemplate, type Template } from './template.ts';

interface Context {
  readonly figures: Figures;
  readonly template: Template;
  readonly subject: Subject;
  /** Goal number → year set by the dataset's owner. */
  readonly statusYears: ReadonlyMap<number, number>;
}

/** The table of goals: each with its own status year, the same for all subjects. */
export function goalsTable(context: Context): GoalsTable {
  const { caption, columns, goals } = context.template.goals;
  return { caption, columns, goals: goals.map((goal) => goalOf(goal, context)) };
}

function goalOf(goal: GoalTemplate, context: Context): Goal {
  const setYear = context.statusYears.get(goal.number);
  const statusYear = setYear ?? newestYearOf(goal, context) ?? null;
  const indicators = goal.indicators.map((indicator) => indicatorOf(indicator, goal, statusYear, context));
  return {
    number: goal.number,
    name: goal.name,
    text: goalText(context.template)(goal),
    statusYear,
    statusYearSet: setYear !== undefined,
    baselineYear: goal.baselineYear,
    statusText: statusYear === null ? '' : String(statusYear),
    baselineText: baselineText(context.template)(goal),
    pageBreakBefore: goal.pageBreakBefore,
    movement: goalMovement(indicators.map((indicator) => indicator.movement)),
    indicators,
  };
}

const goalText = perTemplate(({ goals }, { name, text }: GoalTemplate) =>
  fill(goals.goalText, { navn: name, tekst: text }),
);

const baselineText = perTemplate(({ goals }, { baselineYear }: GoalTemplate) =>
  fill(goals.baseline, { aar: baselineYear }),
);

const indicatorText = perTemplate(({ goals }, { id, text }: IndicatorTemplate) =>
  fill(goals.indicatorText, { id, tekst: text }),
);

const newestYearOf = (goal: GoalTemplate, { figures }: Context): number | undefined =>
  figures.newestYear(goal.indicators.map((indicator) => indicator.id));

function indicatorOf(
  indicator: IndicatorTemplate,
  goal: GoalTemplate,
  statusYear: number | null,
  context: Context,
): Indicator {
  const isMeasured = !indicator.nationalOnly || context.subject.kind === 'hele-landet';
  const rest = isMeasured ? measured(indicator, goal, statusYear, context) : notMeasured(indicator, context.template);
  return { id: indicator.id, text: indicatorText(context.template)(indicator), ...rest };
}

type Measured = Pick<Indicator, 'status' | 'change' | 'movement'>;

function notMeasured(indicator: IndicatorTemplate, { blanks, goals }: Template): Measured {
  return {
    status: notLocalCell('', indicator, blanks),
    change: notLocalCell(goals.notMeasured, changeForm(indicator), blanks),
    movement: null,
  };
}

function measured(
  indicator: IndicatorTemplate,
  { baselineYear }: GoalTemplate,
  statusYear: number | null,
  { figures, subject, template }: Context,
): Measured {
  const ask = (year: number | null): Asked => ({
    time: year === null ? '' : String(year),
    figure: year === null ? undefined : figures.indicator(subject.code, indicator.id, year),
  });
  const year = indicatorYear(indicator.id, statusYear, figures);
  const status = ask(year);
  const baseline = ask(baselineYear);
  const withYear = (tal: string): string => fill(template.goals.older, { tal, aar: String(year) });
  return {
    status: figureCell(status, indicator, template.blanks, year === statusYear ? undefined : withYear),
    change: changeCell(status, baseline, changeForm(indicator), template.blanks),
    movement: indicatorMovement(status.figure?.value ?? null, baseline.figure?.value ?? null, indicator),
  };
}

/** The status year, or the indicator's own newest before it when nobody has measured it in the status year. */
function indicatorYear(id: string, statusYear: number | null, figures: Figures): number | null {
  return statusYear === null ? null : (figures.newestYear([id], statusYear) ?? statusYear);
}

const changeForm = ({ changeUnit, decimals }: IndicatorTemplate) => ({ unit: changeUnit, decimals });
