import { refuse } from './faults.ts';
import { isColor } from './shapes.ts';

// All that may be said. What pdfmake knows besides would be drawn wrong, without a tag, or not at all.

const look = ['font', 'bold', 'italics', 'fontSize', 'color', 'decoration', 'alignment', 'style'];
const placed = ['margin', 'pageBreak', 'width', 'colSpan', 'rowSpan', 'fillColor'];
const said = ['tag', 'actual', 'link', 'alt', 'noWrap'];

const known = {
  document: ['content', 'pageSize', 'pageMargins', 'styles', 'defaultStyle', 'info', 'language', 'footer'].concat(
    'attachments',
    'values',
    'identifier',
  ),
  info: ['title', 'author', 'subject', 'keywords', 'creator', 'producer', 'creationDate'],
  style: [...look, 'margin', 'fillColor'],
  text: ['text', 'headlineLevel', 'outline', ...said, ...look, ...placed],
  run: ['text', 'slot', 'marker', ...said, ...look],
  stack: ['stack', 'tag', 'unbreakable', ...look, ...placed],
  columns: ['columns', 'tag', 'columnGap', ...look, ...placed],
  'table node': ['table', 'layout', ...look, ...placed],
  table: ['body', 'widths', 'headerRows', 'headerColumns', 'caption', 'id', 'dontBreakRows', 'keepWithHeaderRows'],
  layout: ['hLineWidth', 'vLineWidth', 'hLineColor', 'vLineColor', 'fillColor'].concat(
    'paddingLeft',
    'paddingRight',
    'paddingTop',
    'paddingBottom',
  ),
  canvas: ['canvas', ...placed],
  line: ['type', 'x1', 'y1', 'x2', 'y2', 'lineWidth', 'lineColor'],
  rect: ['type', 'x', 'y', 'w', 'h', 'color'],
  picture: ['shapes', 'height', 'alt', 'slot', 'tag', 'marker', ...placed],
} as const satisfies Record<string, readonly string[]>;

const oneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

/** Properties that know some values only. */
const knownValues: Readonly<Record<string, (value: unknown) => boolean>> = {
  alignment: oneOf('left', 'center', 'right'),
  decoration: oneOf('underline'),
  pageBreak: oneOf('before'),
  color: isColor,
  lineColor: isColor,
  fillColor: (value) => typeof value === 'function' || isColor(value),
  layout: (value) => typeof value === 'object' || oneOf('noBorders', 'headerLineOnly', 'lightHorizontalLines')(value),
};

/** Refuses a node with a property, or a value of one, that is not known. */
export function checkProperties(where: keyof typeof known, node: object): void {
  const names: readonly string[] = known[where];
  for (const [property, value] of Object.entries(node)) {
    if (value === undefined) continue;
    if (!names.includes(property)) refuse({ code: 'unknown-property', where, property });
    if (knownValues[property]?.(value) === false) refuse({ code: 'unknown-value', property, value: String(value) });
  }
}
