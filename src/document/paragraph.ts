import type { FieldMark, Owner, RectMark, TextMark } from '../pdf/index.ts';
import type { BlockLink } from './block.ts';
import type { Piece } from './lines.ts';
import type { Setting, Span } from './setting.ts';
import type { SettingOf } from './settings.ts';
import { decoration } from './tree.ts';

export type { Span } from './setting.ts';

/** Text set in a column: marks from its own top left corner. */
export interface SetText {
  readonly height: number;
  readonly marks: readonly (TextMark | RectMark | FieldMark)[];
  readonly links: readonly BlockLink[];
}

/** Sets spans in a column `width` wide. */
export type Typesetter = (spans: readonly Span[], width: number) => SetText;

export function typesetter(settingOf: SettingOf): Typesetter {
  return (spans, width) => withOwners(settingOf(spans, width), spans);
}

function withOwners({ height, lines, underlines, areas }: Setting, spans: readonly Span[]): SetText {
  const marks: (TextMark | RectMark)[] = [];
  for (const { x, y, width, height, color } of underlines) {
    marks.push({ kind: 'rect', x, y, width, height, color, owner: decoration });
  }
  for (const { x, y, runs, span } of lines) {
    const owner = spans[span]?.owner;
    if (owner !== undefined) marks.push({ kind: 'text', x, y, runs, owner });
  }
  const links: BlockLink[] = [];
  for (const { x, y, width, height, span } of areas) {
    const target = spans[span]?.areas;
    if (target !== undefined) links.push({ areas: target, x, y, width, height });
  }
  return { height, marks, links };
}

/** Spans of one look and owner: the usual case. */
export const plain = (text: string, style: Piece['style'], owner: Owner): Span[] => [{ text, style, owner }];
