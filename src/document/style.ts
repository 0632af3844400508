import type { Color, FontName } from '../pdf/index.ts';

/** Everything about looks in one place. Lengths are points. */
export const page = { width: 595.28, height: 841.89, left: 42, right: 42, top: 46, bottom: 48 } as const;

/** Width of the text area. */
export const textWidth = page.width - page.left - page.right;

/** Contrast against the ground they stand on is checked before writing (4.5:1 at least). */
export const color = {
  ink: '#1d2730',
  heading: '#0f3b57',
  link: '#0b5a8a',
  foot: '#55626d',
  rule: '#c8d3db',
  strongRule: '#0f3b57',
  band: '#e6eef3',
  notice: '#fdf1d6',
  noticeEdge: '#b7791f',
} as const satisfies Record<string, Color>;

/** How a run of text looks. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly color: Color;
  /** Drawn under the text of a link, which must be known by more than its colour. */
  readonly underline?: true;
}

/** Distance between two baselines, in sizes. */
export const leading = 1.23;

export const text = {
  body: { font: 'regular', size: 9.5, color: color.ink },
  value: { font: 'regular', size: 9.5, color: color.ink },
  goalName: { font: 'semibold', size: 9.5, color: color.heading },
  goalText: { font: 'regular', size: 9.5, color: color.heading },
  goalYear: { font: 'semibold', size: 9.5, color: color.heading },
  columnHeading: { font: 'semibold', size: 9.5, color: color.heading },
  link: { font: 'regular', size: 9.5, color: color.link, underline: true },
  kicker: { font: 'regular', size: 11, color: color.heading },
  title: { font: 'semibold', size: 21, color: color.heading },
  section: { font: 'semibold', size: 13, color: color.heading },
  notice: { font: 'semibold', size: 9.5, color: color.ink },
  foot: { font: 'regular', size: 9.5, color: color.foot },
} as const satisfies Record<string, TextStyle>;

/** Left edge and width, from the left edge of the text area. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** The whole text area. */
export const textColumn: Column = { x: 0, width: textWidth };

/** The columns of both kinds of table: texts, then values. */
export const columns = [
  { x: 0, width: 298 },
  { x: 307, width: 97 },
  { x: 407, width: textWidth - 407 },
] as const;

/** The column that value number `index` (from 0) of a row stands in. */
export const valueColumn = (index: number): Column => columns[index + 1] ?? columns[2];
