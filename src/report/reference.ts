import { clean, nearestNames, toAscii } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Goal, Indicator, KeyFigure, KeyFigureTable, Report } from './report.ts';

/** A row of a report that a user named. */
export type Row =
  | { readonly kind: 'indikator'; readonly goal: Goal; readonly indicator: Indicator }
  | { readonly kind: 'noegletal'; readonly table: KeyFigureTable; readonly keyFigure: KeyFigure };

/**
 * The row that `reference` names: an indicator ("1.1", "indikator 1.1") or a key figure ("noegletal 13",
 * "Nøgletal 13"). Throws a `UserError` (2) with the nearest ones when the report has no such row.
 */
export function findRow(report: Report, reference: string): Row {
  const wanted = toAscii(reference).replace(/[\s_-]+/g, '');
  const indicatorId = /^(?:indikator)?(\d+)[.,](\d+)$/.exec(wanted);
  const keyFigureNumber = /^noegletal(\d+)$/.exec(wanted);
  const row =
    indicatorId === null
      ? keyFigureRow(report, Number(keyFigureNumber?.[1]))
      : indicatorRow(report, `${indicatorId[1]}.${indicatorId[2]}`);
  if (row === null) throw unknownRow(report, reference);
  return row;
}

function indicatorRow(report: Report, id: string): Row | null {
  for (const goal of report.goals.goals) {
    const indicator = goal.indicators.find((one) => one.id === id);
    if (indicator !== undefined) return { kind: 'indikator', goal, indicator };
  }
  return null;
}

function keyFigureRow(report: Report, number: number): Row | null {
  for (const table of report.keyFigures) {
    const keyFigure = table.rows.find((one) => one.number === number);
    if (keyFigure !== undefined) return { kind: 'noegletal', table, keyFigure };
  }
  return null;
}

function unknownRow(report: Report, reference: string): UserError {
  const names = [
    ...report.goals.goals.flatMap((goal) => goal.indicators.map((indicator) => indicator.id)),
    ...report.keyFigures.flatMap((table) => table.rows.map((row) => `nøgletal ${row.number}`)),
  ];
  const proposals = nearestNames(/^\s*\d+\s*$/.test(reference) ? `nøgletal ${reference.trim()}` : reference, names);
  return new UserError(
    exitCode.usage,
    `Rapporten har intet felt, der hedder "${clean(reference)}". De nærmeste er: ${proposals.join(', ')}. ` +
      'Skriv en indikator som 1.1 eller et nøgletal som "noegletal 13".',
  );
}
