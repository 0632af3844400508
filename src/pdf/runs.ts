import type { Form, TextRun } from './model.ts';

/** Visits everything that a form writes, in drawing order. A plain loop: generators are slow before V8 has warmed up. */
export function forEachRun({ pages }: Form, visit: (run: TextRun) => void): void {
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind === 'text') for (const run of mark.runs) visit(run);
    }
  }
}
