import type { Point } from '../../charts/index.ts';
import { drawnText, type FontName, type Fonts } from './faces.ts';
import { color as inks, type TextStyle } from './style.ts';

/** A path from one point to another. */
export const segment = (x1: number, y1: number, x2: number, y2: number): Point[] => [
  [x1, y1],
  [x2, y2],
];

/** What pictures are drawn of. */
export type Shape =
  | {
      readonly kind: 'lines';
      readonly paths: readonly (readonly Point[])[];
      readonly width: number;
      readonly color: string;
      /** Lengths of dash and gap. */
      readonly dash?: Point;
    }
  | { readonly kind: 'area'; readonly points: readonly Point[]; readonly color: string }
  /** An open dot is a ring around its ground. */
  | {
      readonly kind: 'dot';
      readonly at: Point;
      readonly radius: number;
      readonly color: string;
      readonly open: boolean;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** On the baseline. */
      readonly at: Point;
      readonly anchor: 'start' | 'end';
      readonly style: TextStyle;
    };

/** The ink of a text, from the height of its digits to its baseline. */
export function textBox({ text, at: [x, baseline], anchor, style }: Extract<Shape, { kind: 'text' }>, fonts: Fonts) {
  const width = fonts[style.font].widthOfString(drawnText(text), style.fontSize);
  const height = 0.66 * style.fontSize;
  return { x: anchor === 'start' ? x : x - width, y: baseline - height, width, height };
}

/** Names of the fonts in operators. */
export const fontName: Readonly<Record<FontName, string>> = { regular: 'F1', semibold: 'F2' };

export const number = (value: number): number => Math.round(value * 1000) / 1000;

export function rgb(color: string): string {
  const all = Number.parseInt(color.slice(1), 16);
  return [all >> 16, (all >> 8) & 255, all & 255].map((part) => number(part / 255)).join(' ');
}

/** pdfkit draws with pages upside down, where text would stand on its head. */
export function textOperators(text: string, style: TextStyle, [x, baseline]: Point, fonts: Fonts): string {
  if (text === '') return '';
  const { font, fontSize, color } = style;
  const place = `1 0 0 -1 ${number(x)} ${number(baseline)} Tm`;
  return `BT ${rgb(color)} rg /${fontName[font]} ${fontSize} Tf ${place} <${fonts[font].encode(text)}> Tj ET`;
}

/** The operators of shapes whose corner is at `origin`. */
export function shapeOperators(shapes: readonly Shape[], [left, top]: Point, fonts: Fonts): string[] {
  const placed = ([x, y]: Point): Point => [left + x, top + y];
  return shapes.map((shape): string => {
    if (shape.kind === 'lines') {
      const { paths, width, color, dash = [] } = shape;
      if (paths.length === 0) return '';
      const drawn = paths.map((points) => path(points.map(placed))).join(' ');
      return `${rgb(color)} RG ${width} w 1 j [${dash.join(' ')}] 0 d ${drawn} S`;
    }
    if (shape.kind === 'area') return `${rgb(shape.color)} rg ${path(shape.points.map(placed))} h f`;
    const [x, y] = placed(shape.at);
    if (shape.kind === 'dot') {
      const { radius, color, open } = shape;
      if (!open) return disc([x, y], radius, color);
      return `${disc([x, y], radius + 0.5, color)} ${disc([x, y], radius - 0.5, inks.paper)}`;
    }
    const { style, anchor } = shape;
    const text = drawnText(shape.text);
    const shift = anchor === 'start' ? 0 : fonts[style.font].widthOfString(text, style.fontSize);
    return textOperators(text, style, [x - shift, y], fonts);
  });
}

const path = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`).join(' ');

/** A line without length, whose ends are round. */
const disc = (at: Point, radius: number, color: string): string =>
  `${rgb(color)} RG ${number(2 * radius)} w 1 J [] 0 d ${path([at, at])} S 0 J`;
