import { listText } from '../../danish/index.ts';
import type { AnnexGoal, MadeUp, Side } from '../report.ts';
import { type ReportTables, rowsOf } from '../rows.ts';
import { fill } from '../template.ts';
import type { AnnexWording } from './wording.ts';

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

const isMadeUp = ({ provenance }: { readonly provenance: string | null }): boolean => provenance === 'eksempel';

/** "Tal for hele landet år for år og for de andre kommuner er opdigtede."; null when none is. */
export function annexNotice(
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
