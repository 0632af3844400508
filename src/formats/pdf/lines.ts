import { type Fonts, type SlotValue, unbroken } from '../../tagged-pdf/index.ts';
import type { Paragraph, Run } from './node.ts';

interface LinesApart {
  readonly runs: Run[];
  readonly values: [name: string, SlotValue][];
}

/** What a run has on one line, `x` from the line's beginning. */
interface Segment {
  readonly run: Run;
  readonly x: number;
  text: string;
}

/**
 * A paragraph's lines, set as pdfmake would set them, apart from their place: of that a layout knows how many lines there
 * are, and in which looks. Null for a paragraph whose lines are no values, or with a word that is wider than a line.
 */
export function linesApart({ text, lines: place }: Paragraph, fonts: Fonts): LinesApart | null {
  const lines = place === undefined ? null : linesOf(text, place.room, fonts);
  if (place === undefined || lines === null) return null;
  const values: [string, SlotValue][] = [];
  const runs = lines.flatMap((segments, line) => {
    let before = 0;
    return segments.map(({ run: { actual, marker, ...run }, x, text }, at): Run => {
      const widthOf = (words: string): number => fonts.find(run).widthOfString(words, run.fontSize);
      const name = `${place.name}-${line + 1}-${at + 1}`;
      values.push([name, { text, actual, marker, inset: x - before, width: widthOf(text.trimEnd()) }]);
      before += widthOf(holder);
      const isLast = at === segments.length - 1 && line < lines.length - 1;
      return { ...run, text: isLast ? `${holder}\n` : holder, slot: name };
    });
  });
  return { runs, values };
}

/** Holds the place of a value. */
export const holder = '0';

/** Lines break at spaces only, which stay at their ends. */
function linesOf(runs: readonly Run[], room: number, fonts: Fonts): Segment[][] | null {
  const lines: Segment[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    const widthOf = (text: string): number => fonts.find(run).widthOfString(text, run.fontSize);
    for (const word of unbroken(run.text).split(/(?<= )(?=[^ ])/)) {
      const bare = widthOf(word.trimEnd());
      if (bare > room || word.includes('\n')) return null;
      if (width + bare > room) {
        lines.push([]);
        width = 0;
      }
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      if (last?.run === run) last.text += word;
      else line.push({ run, x: width, text: word });
      width += widthOf(word);
    }
  }
  return lines;
}
