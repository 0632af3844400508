import type { LineMetrics, Paper } from '../../tagged-pdf/index.ts';

/** Everything about looks in one place. Lengths are points. */
export const page = { width: 595.28, height: 841.89, left: 42, right: 42, top: 46, bottom: 48 } as const;

/** What goes on below another part of a page begins at a multiple of this: about two lines. */
export const grid = 20;

/** Width of the text area. */
export const textWidth = page.width - page.left - page.right;

/** How far bands and rules stand out on both sides of the text. */
export const overhang = 8;

/** Where content is laid out: bands and rules stand out beside the text. */
export const paper: Paper = {
  pageSize: { width: page.width, height: page.height },
  pageMargins: [page.left - overhang, page.top, page.right - overhang, page.bottom],
};

export const lines: LineMetrics = { leading: 1.23, firstBaseline: 0.945 };

/** Text has a contrast of at least 4.5:1 against every ground that it may stand on (WCAG 2.1 AA; tested). */
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
  negative: '#9a3412',
  /** Of lines that stand for the whole country: 3:1 against paper and against `heading`. */
  country: '#85898e',
  /** Of the municipalities: all of them, and the middle half. */
  range: '#e9eef2',
  middle: '#9db0bf',
  paper: '#ffffff',
} as const;

/** How a run of text looks. */
export interface TextStyle {
  readonly bold?: true;
  readonly fontSize: number;
  readonly color: string;
  /** A link must be known by more than its colour. */
  readonly decoration?: 'underline';
}

export const textStyles = {
  body: { fontSize: 9.5, color: color.ink },
  link: { fontSize: 9.5, color: color.link, decoration: 'underline' },
  goalText: { fontSize: 9.5, color: color.heading },
  strong: { bold: true, fontSize: 9.5, color: color.heading },
  kicker: { fontSize: 11, color: color.heading },
  title: { bold: true, fontSize: 21, color: color.heading },
  section: { bold: true, fontSize: 13, color: color.heading },
  notice: { bold: true, fontSize: 9.5, color: color.ink },
  foot: { fontSize: 9.5, color: color.foot },
  small: { fontSize: 8.5, color: color.foot },
  tiny: { fontSize: 8, color: color.foot },
  tinyStrong: { bold: true, fontSize: 8, color: color.heading },
  smallInk: { fontSize: 8.5, color: color.ink },
  smallStrong: { bold: true, fontSize: 8.5, color: color.heading },
  positive: { bold: true, fontSize: 8.5, color: color.heading },
  negative: { bold: true, fontSize: 8.5, color: color.negative },
  neutral: { bold: true, fontSize: 8.5, color: color.foot },
} as const satisfies Record<string, TextStyle>;

/** The three columns of every table: texts, then values. */
export const columns = [
  { width: 298, before: overhang, after: 0 },
  { width: 97, before: 9, after: 0 },
  { width: textWidth - 411, before: 7, after: overhang },
] as const;

/** Width of the column that value number `index` (from 0) of a row stands in. */
export const valueWidth = (index: number): number => columns[index === 0 ? 1 : 2].width;

/** Of the annex's pictures: the curve is drawn within `plot`, the numbers of its ends beside it. */
export const chart = {
  curve: { width: 101, height: 27.5, plot: { left: 21, right: 78, top: 5, bottom: 21 }, axis: 26, gap: 4.5 },
  spine: { width: 121, height: 27.5, left: 3, right: 118, top: 3, bottom: 8, ends: 16, place: 25.5 },
  sign: { radius: 4, height: 10, wordAt: 11 },
} as const;

/** Of a row: space above and below its text, the rule below it, and its ground. */
export interface Look {
  readonly above: number;
  readonly below: number;
  readonly rule: number;
  readonly color: string;
  readonly fill?: string;
}

export const looks = {
  bare: { above: 0, below: 0, rule: 0, color: color.rule },
  head: { above: 0, below: 3, rule: 1, color: color.strongRule },
  goal: { above: 3.6, below: 3.9, rule: 0.5, color: color.rule, fill: color.band },
  row: { above: 3.3, below: 3.6, rule: 0.5, color: color.rule },
  band: { above: 1.2, below: 1.5, rule: 0.5, color: color.rule, fill: color.band },
  indicator: { above: 1.9, below: 1.7, rule: 0.5, color: color.rule },
  listed: { above: 0.6, below: 0.6, rule: 0, color: color.rule },
  dense: { above: 1.5, below: 1.8, rule: 0.5, color: color.rule },
  notice: { above: 5, below: 5, rule: 0, color: color.rule, fill: color.notice },
} as const satisfies Record<string, Look>;
