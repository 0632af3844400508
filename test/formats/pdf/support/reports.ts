import { municipalities } from '../../../../src/municipalities/index.ts';
import type { Cell, Report } from '../../../../src/report/index.ts';
import { municipality, reportOf } from '../../../helpers/report.ts';

/** A report in which every cell has a text: `textOf` gives it by the cell's number in the report. */
export function filledReport(name: string, textOf: (cell: number) => string): Report {
  let next = 0;
  const report = reportOf({}, municipality(name));
  const fill = (cell: Cell): Cell => ({ ...cell, text: textOf(next++), spoken: null, blank: null });
  const goals = report.goals.goals.map((goal) => ({
    ...goal,
    indicators: goal.indicators.map((one) => ({ ...one, status: fill(one.status), change: fill(one.change) })),
  }));
  const keyFigures = report.keyFigures.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(fill) })),
  }));
  return { ...report, goals: { ...report.goals, goals }, keyFigures };
}

/** The report of municipality number `index`; its figures tell the municipality and their own cell. */
export const codedReport = (index: number): Report =>
  filledReport(nameOf(index), (cell) => `${codeOf(index)}${String(cell).padStart(3, '0')} pct.`);

export const nameOf = (index: number): string => municipalities[index]?.name ?? '';

/** "10".."99" and on: no code begins another. */
export const codeOf = (index: number): string => String(index + 100);

/** With one text of the wording changed. */
export const withNotice = (report: Report, notice: string): Report => ({ ...report, notice });

export const withFirstIndicator = (report: Report, change: object): Report => {
  const [goal, ...goals] = report.goals.goals;
  if (goal === undefined) throw new Error('A report without goals');
  const [first, ...others] = goal.indicators;
  const changed = { ...goal, indicators: [{ ...first, ...change } as typeof first & object, ...others] };
  return { ...report, goals: { ...report.goals, goals: [changed, ...goals] } } as Report;
};
