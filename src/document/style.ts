import type { Color, FontName } from '../pdf/index.ts';

/** Everything about looks in one place. Lengths are points. */
export const page = { width: 595.28, height: 841.89, left: 56, right: 56, top: 54, bottom: 58 } as const;

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
}

/** Distance between two baselines, in sizes. */
export const leading = 1.26;

export const text = {
  body: { font: 'regular', size: 10, color: color.ink },
  value: { font: 'regular', size: 10, color: color.ink },
  goalName: { font: 'semibold', size: 10, color: color.heading },
  goalText: { font: 'regular', size: 10, color: color.heading },
  goalYear: { font: 'semibold', size: 10, color: color.heading },
  columnHeading: { font: 'semibold', size: 10, color: color.heading },
  link: { font: 'regular', size: 10, color: color.link },
  kicker: { font: 'regular', size: 11.5, color: color.heading },
  title: { font: 'semibold', size: 23, color: color.heading },
  section: { font: 'semibold', size: 14, color: color.heading },
  notice: { font: 'semibold', size: 10, color: color.ink },
  foot: { font: 'regular', size: 9.5, color: color.foot },
} as const satisfies Record<string, TextStyle>;

/** Left edge and width of each column, from the left edge of the text area. */
export const goalColumns = [
  { x: 0, width: 300 },
  { x: 314, width: 78 },
  { x: 394, width: textWidth - 394 },
] as const;

export const keyFigureColumns = [
  { x: 0, width: 300 },
  { x: 314, width: 78 },
  { x: 394, width: textWidth - 394 },
] as const;
