import { editionText, listText } from '../../danish/index.ts';
import type { DatasetInfo } from '../../dataset/index.ts';
import { paired } from '../../grouped.ts';
import type { Context } from '../figures.ts';
import { yearsOf } from '../goals.ts';
import { isMadeUp } from '../marks.ts';
import type { Goal, MadeUp } from '../report.ts';
import { type ReportTables, rowsOf } from '../rows.ts';
import { fill, type GoalTemplate } from '../template.ts';
import type { Annex, AnnexGoal, Side } from './annex.ts';
import type { CommonFigures } from './common.ts';
import { type AnnexContext, annexContext } from './context.ts';
import { annexIndicator } from './indicator.ts';
import { notesOf } from './notes.ts';
import { summaryOf } from './summary.ts';
import type { AnnexWording } from './wording.ts';

export { type CommonFigures, commonFigures } from './common.ts';

/** The annex of a report whose tables are made. A part of its own is a file in this folder and a line here. */
export function annexOf(
  reportContext: Context,
  tables: ReportTables,
  info: Pick<DatasetInfo, 'edition' | 'title' | 'sources'>,
  common: CommonFigures,
): Annex {
  const context = annexContext(reportContext, common);
  const { words, subject, template } = context;
  const goals = paired(template.goals.goals, tables.goals.goals).map(([goal, printed]) =>
    goalOf(goal, printed, context),
  );
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

function goalOf(template: GoalTemplate, goal: Goal, context: AnnexContext): AnnexGoal {
  const { number, name, movement } = goal;
  const years = yearsOf(goal);
  return {
    number,
    name,
    movement,
    movementText: movement === null ? null : context.words.movements[movement].word,
    years,
    indicators: paired(template.indicators, goal.indicators).map(([indicator, printed]) =>
      annexIndicator(indicator, printed, goal, years, context),
    ),
  };
}

/** Which figures of a report are made up. A made-up figure counts in a blank cell too: the blank is made up as well. */
export function madeUpOf(tables: ReportTables, goals: readonly AnnexGoal[]): MadeUp {
  const uses = (kind: 'indikator' | 'noegletal'): boolean =>
    rowsOf(tables).some((row) => row.kind === kind && row.cells.some(({ cell }) => cell.figures.some(isMadeUp)));
  const shown = goals.flatMap((goal) => goal.indicators.filter((indicator) => indicator.shown));
  const inYears = (side: 'subject' | 'region' | 'country'): boolean =>
    shown.some(({ history, status }) =>
      [...history.flatMap((year) => year[side] ?? []), ...(status[side]?.figures ?? [])].some(isMadeUp),
    );
  return {
    goals: uses('indikator'),
    keyFigures: uses('noegletal'),
    years: inYears('subject'),
    region: inYears('region'),
    country: inYears('country'),
    others: shown.some(({ spread }) => spread?.madeUp === true),
  };
}

/** "Tal for hele landet år for år og for de andre kommuner er opdigtede."; null when none is. */
function annexNotice(
  { years, region, country, others }: MadeUp,
  names: Side<string>,
  { madeUp: words }: AnnexWording,
): string | null {
  const parts = [
    ...(years ? [fill(words.years, { navn: names.subject })] : []),
    ...(region ? [fill(words.years, { navn: names.region ?? '' })] : []),
    ...(country ? [words.country] : []),
    ...(others ? [words.others] : []),
  ];
  return parts.length === 0 ? null : fill(words.notice, { dele: listText(parts) });
}
