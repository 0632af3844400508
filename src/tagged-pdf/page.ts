import type { Box, Size } from './box.ts';
import type { Font } from './fonts.ts';
import type { Shape } from './shapes.ts';
import type { Tag } from './tag.ts';

export interface ColoredBox extends Box {
  readonly color: string;
}

/** What one element draws in one look on one line; its box is as high as the line. */
export interface TextMark extends Box {
  readonly text: string;
  readonly font: Font;
  readonly fontSize: number;
  readonly color: string;
  readonly decoration: 'underline' | undefined;
  readonly baseline: number;
  /** Read aloud in place of the text. */
  readonly actual: string | undefined;
  /** Name of the value that is drawn in place of the text. */
  readonly slot: string | undefined;
  readonly marker: string | undefined;
  /** Null for what is repeated on each page. */
  readonly tag: Tag | null;
}

export type TaggedText = TextMark & { readonly tag: Tag };

/** A picture with its place. */
export interface PictureMark extends Box {
  readonly tag: Tag;
  readonly shapes: readonly Shape[];
  /** Said in its place. */
  readonly alt: string;
  /** Name of the picture that is drawn in place of its shapes. */
  readonly slot: string | undefined;
  readonly marker: string | undefined;
}

/** What is part of a page's content, in reading order. */
export type Mark = TaggedText | PictureMark;

export interface Page {
  readonly size: Size;
  /** Bands and rules. */
  readonly boxes: readonly ColoredBox[];
  /** Headings that an earlier page has. */
  readonly repeated: readonly TextMark[];
  readonly marks: readonly Mark[];
  /** Where its content ends, with the margin below it. */
  readonly end: number;
}
