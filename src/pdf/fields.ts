import { rememberOf } from '../remember.ts';
import type { FieldMark, Form, Page } from './model.ts';

/** A field with the page that it stands on. */
export interface PlacedField extends FieldMark {
  readonly page: Page;
  /** From 1, for messages. */
  readonly pageNumber: number;
}

/** The fields of a form, in drawing order. */
export const fieldsOf = rememberOf(({ pages }: Form): readonly PlacedField[] =>
  pages.flatMap((page, index) =>
    page.marks
      .filter((mark) => mark.kind === 'field')
      .map((mark): PlacedField => ({ ...mark, page, pageNumber: index + 1 })),
  ),
);
