import { type Font, type Fonts, fontParts } from './fonts.ts';
import { checkProperties, type Described, is, kind, needed, refuseValue } from './properties.ts';
import { drawnText } from './text.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lengths are points from the upper left corner of the page. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Whether a box lies within a page, or a picture, to a hundredth of a point. */
export const isWithin = ({ x, y, width, height }: Box, all: Size): boolean =>
  x >= -0.01 && y >= -0.01 && x + width <= all.width + 0.01 && y + height <= all.height + 0.01;

/** x to the right and y downwards, in points. */
export type Position = readonly [x: number, y: number];

const position = kind<Position>(is.numbers(2));
const path = is.listOf(position);

const colored = { color: needed(is.color) };
const written = { fontSize: needed(is.positive), ...fontParts, ...colored };

const shapeParts = {
  lines: {
    kind: needed(is.oneOf('lines')),
    paths: needed(is.listOf(path)),
    width: needed(is.number),
    /** Lengths of dash and gap. */
    dash: position,
    ...colored,
  },
  area: { kind: needed(is.oneOf('area')), points: needed(path), ...colored },
  dot: {
    kind: needed(is.oneOf('dot')),
    at: needed(position),
    radius: needed(is.number),
    /** Makes it a ring around this colour. */
    ground: is.color,
    ...colored,
  },
  text: {
    kind: needed(is.oneOf('text')),
    text: needed(is.text),
    /** On the baseline. */
    at: needed(position),
    /** Whether it starts or ends there. */
    anchor: needed(is.oneOf('start', 'end')),
    style: needed(is.thing(written)),
  },
};

type ShapeKinds = { readonly [K in keyof typeof shapeParts]: Described<(typeof shapeParts)[K]> };

export interface TextShape extends Described<typeof shapeParts.text> {}

/** What pictures and footers are drawn of. */
export type Shape = ShapeKinds[keyof ShapeKinds];

export function checkShapes(shapes: unknown): void {
  for (const shape of is.list(shapes) ? shapes : refuseValue('shapes', shapes)) {
    const name = is.object(shape) && 'kind' in shape ? String(shape.kind) : '';
    const parts = shapeParts[name as keyof ShapeKinds] ?? refuseValue('shapes', shape);
    checkProperties(`${name} shape`, parts, shape);
  }
}

const number = (value: number): number => Math.round(value * 1000) / 1000;

function rgb(color: string): string {
  if (!is.color(color)) refuseValue('color', color);
  const digits = color === 'black' ? '000000' : color.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const all = Number.parseInt(digits, 16);
  return [all >> 16, (all >> 8) & 255, all & 255].map((part) => number(part / 255)).join(' ');
}

/** A text in its place, and how it looks. */
export interface PlacedText extends Box {
  readonly text: string;
  readonly font: Font;
  readonly fontSize: number;
  readonly color: string;
  readonly baseline: number;
}

/** Its box is that of its ink, from the height of its digits to its baseline. */
function placedText({ text: given, at: [left, baseline], anchor, style }: TextShape, fonts: Fonts): PlacedText {
  const { fontSize, color } = style;
  const [font, text] = [fonts.find(style), drawnText(given)];
  const width = font.widthOfString(text, fontSize);
  const height = 0.66 * fontSize;
  const x = anchor === 'start' ? left : left - width;
  return { text, font, fontSize, color, baseline, x, y: baseline - height, width, height };
}

export const textsOf = (shapes: readonly Shape[], fonts: Fonts): PlacedText[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [placedText(shape, fonts)] : []));

/** pdfkit draws with pages upside down, where text would stand on its head. */
export function textOperators({ text, font, fontSize, color, x, baseline }: PlacedText, fonts: Fonts): string {
  if (text === '') return '';
  const place = `1 0 0 -1 ${number(x)} ${number(baseline)} Tm`;
  return `BT ${rgb(color)} rg /${fonts.resource(font)} ${fontSize} Tf ${place} <${font.encode(text)}> Tj ET`;
}

/** The operators of shapes whose corner is at `origin`. */
export function shapeOperators(shapes: readonly Shape[], [left, top]: Position, fonts: Fonts): string[] {
  const placed = ([x, y]: Position): Position => [left + x, top + y];
  return shapes.map((shape): string => {
    if (shape.kind === 'lines') {
      const { paths, width, color, dash = [] } = shape;
      if (paths.length === 0) return '';
      const drawn = paths.map((points) => drawnPath(points.map(placed))).join(' ');
      return `${rgb(color)} RG ${width} w 1 j [${dash.join(' ')}] 0 d ${drawn} S`;
    }
    if (shape.kind === 'area') return `${rgb(shape.color)} rg ${drawnPath(shape.points.map(placed))} h f`;
    const at = placed(shape.at);
    if (shape.kind === 'dot') {
      const { radius, color, ground } = shape;
      if (ground === undefined) return disc(at, radius, color);
      return `${disc(at, radius + 0.5, color)} ${disc(at, radius - 0.5, ground)}`;
    }
    return textOperators(placedText({ ...shape, at }, fonts), fonts);
  });
}

const drawnPath = (points: readonly Position[]): string =>
  points.map(([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`).join(' ');

/** A line without length, whose ends are round. */
const disc = (at: Position, radius: number, color: string): string =>
  `${rgb(color)} RG ${number(2 * radius)} w 1 J [] 0 d ${drawnPath([at, at])} S 0 J`;

export const rectangle = (x: number, y: number, width: number, height: number, color: string): string =>
  `${rgb(color)} rg ${[x, y, width, height].map(number).join(' ')} re f`;

/** What is drawn for the eye only. */
export const artifact = (type: 'Layout' | 'Pagination', operators: readonly string[]): string =>
  [`/Artifact <</Type /${type}>> BDC`, ...operators, 'EMC'].join('\n');
