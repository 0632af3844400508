import type { NoteElement, Survey } from './survey.ts';

const levels: Readonly<Record<string, number>> = { H1: 1, H2: 2, H3: 3 };

/** Headings start at H1 and skip no level on the way down. */
export function headingFaults(seen: Survey, note: NoteElement): void {
  let last = 0;
  for (const { element } of seen.entries) {
    const level = levels[element.role];
    if (level === undefined) continue;
    if (level > last + 1) {
      const before = last === 0 ? 'uden en H1 før sig' : `lige efter H${last}`;
      note(element, `er en overskrift, som står ${before}.`);
    }
    last = level;
  }
}
