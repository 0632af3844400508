import { drawnText, type FontName, type Fonts } from './faces.ts';
import type { TextStyle } from './style.ts';

/** x to the right and y downwards, in points. */
export type Point = readonly [x: number, y: number];

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
  /** An open dot has a ground in its middle. */
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
      readonly anchor: 'start' | 'middle' | 'end';
      readonly style: TextStyle;
    };

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
    if (shape.kind === 'dot') return dotOperators(placed(shape.at), shape.radius, shape.color, shape.open);
    const { style, anchor } = shape;
    const text = drawnText(shape.text);
    const [x, y] = placed(shape.at);
    const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * fonts[style.font].widthOfString(text, style.fontSize);
    return textOperators(text, style, [x - shift, y], fonts);
  });
}

const path = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`).join(' ');

/** How far the handles of a quarter of a circle lie from its ends. */
const handle = 0.5523;

function dotOperators([x, y]: Point, radius: number, color: string, open: boolean): string {
  const [far, near] = [radius, radius * handle];
  const quarter = (...points: readonly number[]): string =>
    `${points.map((value, index) => number((index % 2 === 0 ? x : y) + value)).join(' ')} c`;
  const circle = [
    `${number(x + far)} ${number(y)} m`,
    quarter(far, near, near, far, 0, far),
    quarter(-near, far, -far, near, -far, 0),
    quarter(-far, -near, -near, -far, 0, -far),
    quarter(near, -far, far, -near, far, 0),
  ].join(' ');
  return open ? `1 1 1 rg ${rgb(color)} RG 1 w [] 0 d ${circle} b` : `${rgb(color)} rg ${circle} f`;
}
