import type { FieldMark, FontName, Form } from './model.ts';

/**
 * Visits everything that a form writes, in drawing order, and the fields between. A plain loop: generators are slow
 * before V8 has warmed up.
 */
export function forEachText(
  { pages }: Form,
  visit: (text: string, font: FontName) => void,
  visitField: (field: FieldMark) => void = () => {},
): void {
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind === 'text') for (const { text, font } of mark.runs) visit(text, font);
      if (mark.kind === 'field') visitField(mark);
    }
  }
}
