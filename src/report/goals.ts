import { changeCell, type FigureAt, figureCell, notLocalCell, numberOf } from './cells.ts';
import type { Context, Figures } from './figures.ts';
import { goalMovement, indicatorMovement } from './movement.ts';
import type { Goal, GoalsTable, Indicator } from './report.ts';
import { fill, type GoalTemplate, type IndicatorTemplate, type Template } from './template.ts';

/** The table of goals: each with its own status year, the same for all subjects. */
export function goalsTable(context: Context): GoalsTable {
  const { caption, columns, goals } = context.template.goals;
  return { caption, columns, goals: goals.map((goal) => goalOf(goal, context)) };
}

function goalOf(goal: GoalTemplate, context: Context): Goal {
  const { goalText, baseline } = context.template.goals;
  const { number, name, baselineYear, pageBreakBefore } = goal;
  const ids = goal.indicators.map((indicator) => indicator.id);
  const setYear = context.statusYears.get(number);
  const statusYear = setYear ?? context.figures.newestYear(ids) ?? null;
  const indicators = goal.indicators.map((indicator) => indicatorOf(indicator, { baselineYear, statusYear }, context));
  return {
    number,
    name,
    text: fill(goalText, { navn: name, tekst: goal.text }),
    statusYear,
    statusYearSet: setYear !== undefined,
    baselineYear,
    statusText: statusYear === null ? '' : String(statusYear),
    baselineText: fill(baseline, { aar: baselineYear }),
    pageBreakBefore,
    movement: goalMovement(indicators.map((indicator) => indicator.movement)),
    indicators,
  };
}

type Years = Pick<Goal, 'statusYear' | 'baselineYear'>;

function indicatorOf(indicator: IndicatorTemplate, years: Years, context: Context): Indicator {
  const { template, subject } = context;
  const isMeasured = !indicator.nationalOnly || subject.kind === 'hele-landet';
  return {
    id: indicator.id,
    text: fill(template.goals.indicatorText, { id: indicator.id, tekst: indicator.text }),
    ...(isMeasured ? measured(indicator, years, context) : notMeasured(indicator, template)),
  };
}

type Measured = Pick<Indicator, 'status' | 'change' | 'movement'>;

function measured(indicator: IndicatorTemplate, years: Years, { figures, subject, template }: Context): Measured {
  const { blanks } = template;
  const at = (year: number | null): FigureAt => ({
    time: year === null ? '' : String(year),
    figure: year === null ? undefined : figures.indicator(subject.code, indicator.id, year),
  });
  const year = statusYearOf(indicator.id, years.statusYear, figures);
  const [status, baseline] = [at(year), at(years.baselineYear)];
  const withYear = (tal: string): string => fill(template.goals.older, { tal, aar: String(year) });
  return {
    status: figureCell(status, indicator, blanks, year === years.statusYear ? undefined : withYear),
    change: changeCell(status, baseline, changeForm(indicator), blanks),
    movement: indicatorMovement(numberOf(status), numberOf(baseline), indicator),
  };
}

/** The goal's status year, or the indicator's own newest before it when nobody has measured it in that year. */
const statusYearOf = (id: string, goalYear: number | null, figures: Figures): number | null =>
  goalYear === null ? null : (figures.newestYear([id], goalYear) ?? goalYear);

const notMeasured = (indicator: IndicatorTemplate, { blanks, goals }: Template): Measured => ({
  status: notLocalCell('', indicator, blanks),
  change: notLocalCell(goals.notMeasured, changeForm(indicator), blanks),
  movement: null,
});

const changeForm = ({ changeUnit, decimals }: IndicatorTemplate) => ({ unit: changeUnit, decimals });
