import { editionText } from '../../danish/index.ts';
import type { DatasetInfo } from '../../dataset/index.ts';
import type { Context } from '../figures.ts';
import type { Annex, AnnexGoal, Goal } from '../report.ts';
import type { ReportTables } from '../rows.ts';
import { fill, type GoalTemplate } from '../template.ts';
import type { CommonFigures } from './common.ts';
import { type AnnexContext, annexContext } from './context.ts';
import { yearsOf } from './history.ts';
import { annexIndicator } from './indicator.ts';
import { annexNotice, madeUpOf } from './made-up.ts';
import { notesOf } from './notes.ts';
import { summaryOf } from './summary.ts';

export { type CommonFigures, commonFigures } from './common.ts';
export { madeUpOf } from './made-up.ts';

/** The annex of a report whose tables are made. A part of its own is a file in this folder and a line here. */
export function annexOf(
  reportContext: Context,
  tables: ReportTables,
  info: Pick<DatasetInfo, 'edition' | 'title' | 'sources'>,
  common: CommonFigures,
): Annex {
  const context = annexContext(reportContext, common);
  const { words, subject, template } = context;
  const goals = template.goals.goals.flatMap((goal, index) => goalOf(goal, tables.goals.goals[index], context));
  const { heading, rowHeading, provisionalMark, noFigures, outside, reference } = words.years;
  const edition = editionText(info.edition);
  const madeUp = madeUpOf(tables, goals);
  return {
    titles: {
      above: fill(words.titles.above, { udgave: edition }),
      title: fill(words.titles.title, { navn: subject.name }),
    },
    notice: madeUp.goals || madeUp.keyFigures ? null : annexNotice(madeUp, context.names, words),
    pageFoot: fill(words.pageFoot, { navn: subject.name, udgave: edition }),
    columns: words.columns,
    names: context.names,
    legend: legendOf(context),
    none: { movement: words.movements.none, spread: words.spread.none },
    summaryHeading: words.summary.heading,
    ...summaryOf({ goals, table: tables.goals, context }),
    goals,
    years: { heading, rowHeading, provisionalMark, noFigures, outside, reference },
    notesHeading: words.notes.heading,
    notes: notesOf({ words: words.notes, tables, goals, names: context.names, dataset: info }),
  };
}

function legendOf({ words: { legend }, names }: AnnexContext): Annex['legend'] {
  const { subject, country } = names;
  if (country === undefined) return { subject, country: '', alt: fill(legend.national, { navn: subject }) };
  return { subject, country: legend.country, alt: fill(legend.local, { navn: subject }) };
}

function goalOf(template: GoalTemplate, goal: Goal | undefined, context: AnnexContext): AnnexGoal[] {
  if (goal === undefined) return [];
  const { number, name, movement, indicators } = goal;
  const { movements } = context.words;
  const years = yearsOf(goal);
  return [
    {
      number,
      name,
      movement,
      movementText: movement === null ? null : movements[movement].word,
      years,
      indicators: template.indicators.flatMap((one, index) => {
        const printed = indicators[index];
        return printed === undefined ? [] : [annexIndicator(one, printed, goal, years, context)];
      }),
    },
  ];
}
