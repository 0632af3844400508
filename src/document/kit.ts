import type { FontSet, StructElement } from '../pdf/index.ts';
import type { Block } from './block.ts';
import { type FieldSetter, fieldSetter, type LineSetter, lineSetter } from './field.ts';
import { type Typesetter, typesetter } from './paragraph.ts';
import { rememberedSettings } from './settings.ts';

/**
 * Tools that all documents share. They remember texts by how they are set, and forms by their wording, so that what one
 * report gets does not depend on what another was.
 */
export interface Kit {
  readonly fonts: FontSet;
  readonly typeset: Typesetter;
  readonly field: FieldSetter;
  readonly line: LineSetter;
}

export function makeKit(fonts: FontSet): Kit {
  const settingOf = rememberedSettings(fonts);
  return { fonts, typeset: typesetter(settingOf), field: fieldSetter(settingOf), line: lineSetter(settingOf, fonts) };
}

/** A part of the document: what it draws and its elements in the tree, both in reading order. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly elements: readonly StructElement[];
  readonly bookmarks: readonly Bookmark[];
}

/** A bookmark that learns where its block came to stand. */
export interface Bookmark {
  readonly title: string;
  readonly at: { page: number; y: number };
  readonly children: readonly Bookmark[];
}

export const bookmark = (title: string, children: readonly Bookmark[] = []): Bookmark => ({
  title,
  at: { page: 0, y: 0 },
  children,
});

/** For a block's `onPlaced`. */
export const notePlace =
  (mark: Pick<Bookmark, 'at'>) =>
  (page: number, y: number): void => {
    mark.at.page = page;
    mark.at.y = y;
  };
