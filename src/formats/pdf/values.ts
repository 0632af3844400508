import { exitCode, UserError } from '../../errors.ts';
import type { Cell, Indicator, KeyFigure, Report } from '../../report/index.ts';
import { drawnText, type Fonts } from './faces.ts';
import { type TextStyle, text, textWidth, valueWidth } from './style.ts';

/**
 * What differs from report to report and stands on one line: the subject's name, the headings of its columns, its
 * figures. Reports of one wording share a layout, and these are put into it by name.
 */
export interface Value {
  readonly text: string;
  /** What a screen reader says of a value without text; null when there is text. */
  readonly spoken: string | null;
  /** Distance from the left edge of its column, and width. */
  readonly inset: number;
  readonly width: number;
}

export type Values = ReadonlyMap<string, Value>;

/** The place of a value in the layout, by the value's name; or the text itself, when it needs more than one line. */
export type Slot = { readonly value: string } | { readonly text: string };

const nameOf = {
  title: 'titel',
  indicator: ({ id }: Indicator, column: number) => `indikator-${id}-k${column + 1}`,
  heading: (table: number, column: number) => `noegletabel-${table}-k${column + 1}`,
  keyFigure: ({ number }: Pick<KeyFigure, 'number'>, column: number) => `noegletal-${number}-k${column + 1}`,
};

/** The second line of the title: whose report, and when. */
const nameLine = ({ title: { subject, edition } }: Report): string =>
  subject === '' ? edition : `${subject} ${edition}`;

const cellsOf = ({ status, change }: Indicator): readonly Cell[] => [status, change];

/** The texts that a report prints, in reading order. */
export function printedTexts(report: Report): string[] {
  const { title, notice, goals, keyFigures, footnote, dateLine } = report;
  return [
    title.heading,
    nameLine(report),
    notice ?? '',
    goals.columns.status,
    goals.columns.change,
    ...goals.goals.flatMap((goal) => [
      goal.text,
      goal.statusText,
      goal.baselineText,
      ...goal.indicators.flatMap((indicator) => [indicator.text, ...cellsOf(indicator).map((cell) => cell.text)]),
    ]),
    ...keyFigures.flatMap(({ heading, columns, rows }) => [
      heading,
      ...columns,
      ...rows.flatMap((row) => [row.label, row.text, row.period, ...row.cells.map((cell) => cell.text)]),
    ]),
    footnote.mark + footnote.before + footnote.linkText + footnote.after,
    dateLine,
  ].map(drawnText);
}

/** A report's values that fit their lines. Errors: `UserError` 65 for a number that is wider than its column. */
export function valuesOf(report: Report, fonts: Fonts): Values {
  const values = new Map<string, Value>();
  const put = (style: TextStyle, room: number, ...texts: readonly Named[]): void => {
    for (const [name, value] of columnOf(texts, style, room, fonts)) values.set(name, value);
  };
  put(text.title, textWidth, { name: nameOf.title, text: nameLine(report), spoken: null });
  const indicators = report.goals.goals.flatMap((goal) => goal.indicators);
  for (const column of [0, 1]) {
    const cells = indicators.flatMap((one) => named(nameOf.indicator(one, column), cellsOf(one)[column]));
    put(text.body, valueWidth(column), ...cells);
  }
  report.keyFigures.forEach(({ columns, rows }, table) => {
    columns.forEach((heading, column) => {
      put(text.strong, valueWidth(column), { name: nameOf.heading(table, column), text: heading, spoken: null });
      const cells = rows.flatMap((row) => named(nameOf.keyFigure(row, column), row.cells[column]));
      put(text.body, valueWidth(column), ...cells);
    });
  });
  return values;
}

interface Named extends Pick<Cell, 'text' | 'spoken'> {
  readonly name: string;
}

const named = (name: string, cell: Cell | undefined): Named[] => (cell === undefined ? [] : [{ ...cell, name }]);

const numberAndUnit = /^(-?[\d.,]*\d)( .*)?$/;
const numberAlone = /^-?\d[\d.,]*$/;

/** The values of one column by name: their numbers end, and their units begin, at one line, the axis. */
function columnOf(texts: readonly Named[], style: TextStyle, room: number, fonts: Fonts): [string, Value][] {
  const widthOf = (value: string): number => fonts[style.font].widthOfString(value, style.fontSize);
  const numbers = texts.map(({ text }) => widthOf(numberAndUnit.exec(drawnText(text))?.[1] ?? ''));
  const axis = Math.max(0, ...numbers);
  return texts.flatMap(({ name, text: given, spoken }, at): [string, Value][] => {
    const text = drawnText(given);
    const width = widthOf(text);
    const number = numbers[at] ?? 0;
    const inset = number > 0 && axis - number + width <= room ? axis - number : 0;
    if (width <= room) return [[name, { text, spoken, inset, width }]];
    const tooWide = text.split(' ').find((word) => numberAlone.test(word) && widthOf(word) > room);
    if (tooWide !== undefined) throw wideNumber(tooWide);
    return [];
  });
}

/** Half a number on each of two lines would read as other numbers. */
const wideNumber = (number: string): UserError =>
  new UserError(
    exitCode.data,
    `Tallet ${number} er for langt til sin kolonne i rapporten. Kontrollér det i datasættet.`,
  );

/** All that a layout is made of. A value is here by name only; one that does not fit its line is here with its text. */
export type Wording = ReturnType<typeof wordingOf>;
export type GoalWording = Wording['goals'][number];
export type IndicatorWording = GoalWording['indicators'][number];
export type KeyFiguresWording = Wording['keyFigures'][number];
export type KeyFigureWording = KeyFiguresWording['rows'][number];

/** The wording of a report whose fitting values are `values`. */
export function wordingOf(report: Report, values: Values) {
  const { title, notice, goals, keyFigures, footnote, dateLine } = report;
  const slot = (value: string, text: string): Slot => (values.has(value) ? { value } : { text });
  return {
    heading: title.heading,
    name: slot(nameOf.title, nameLine(report)),
    notice,
    caption: goals.caption,
    columns: goals.columns,
    goals: goals.goals.map((goal) => ({
      ...pick(goal, 'number', 'name', 'text', 'statusText', 'baselineText', 'pageBreakBefore'),
      indicators: goal.indicators.map((indicator) => ({
        ...pick(indicator, 'id', 'text'),
        cells: cellsOf(indicator).map((cell, at) => slot(nameOf.indicator(indicator, at), cell.text)),
      })),
    })),
    keyFigures: keyFigures.map((table, index) => ({
      ...pick(table, 'heading', 'rowHeading'),
      columns: table.columns.map((title, at) => slot(nameOf.heading(index, at), title)),
      rows: table.rows.map((row) => ({
        ...pick(row, 'number', 'label', 'url', 'text', 'period'),
        cells: row.cells.map((cell, at) => slot(nameOf.keyFigure(row, at), cell.text)),
      })),
    })),
    footnote,
    dateLine,
  };
}

const pick = <T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
