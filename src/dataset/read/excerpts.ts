import { withoutControls } from '../../danish/index.ts';
import type { Place } from '../problem.ts';
import { problemsOf } from './file-problems.ts';
import type { Folder } from './files.ts';
import { linesOf } from './lines.ts';

/** A line of a file as `valider` shows it, and the column (from 1) in `text` of the place that it is shown for. */
export interface Excerpt {
  readonly text: string;
  readonly mark: number;
}

/** Characters of a line that are shown at most. */
const WIDTH = 100;

/** The line at each place, by `excerptKey`; files are read once more, since nothing keeps their lines. */
export async function readExcerpts(folder: Folder, places: readonly Place[]): Promise<ReadonlyMap<string, Excerpt>> {
  const excerpts = new Map<string, Excerpt>();
  for (const file of new Set(places.map((place) => place.file))) {
    const wanted = new Map<number, Place[]>();
    for (const place of places) {
      if (place.file === file && place.sheet === undefined && place.line > 0)
        wanted.set(place.line, [...(wanted.get(place.line) ?? []), place]);
    }
    const take = (line: number, text: string): void => {
      for (const place of wanted.get(line) ?? []) excerpts.set(excerptKey(place), excerpt(text, place.column));
    };
    if (wanted.size > 0) await readLines(folder, file, Math.max(...wanted.keys()), take);
  }
  return excerpts;
}

export const excerptKey = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** Calls `take` with each line up to `last`. A file that cannot be read to there gives fewer. */
async function readLines(
  folder: Folder,
  file: string,
  last: number,
  take: (line: number, text: string) => void,
): Promise<void> {
  try {
    for await (const { text, first, badLine } of linesOf(folder, file)) {
      const lines = text.split('\n');
      if (lines.at(-1) === '') lines.pop();
      if (badLine !== undefined) lines.push(badLine);
      for (const [i, line] of lines.entries()) take(first + i, line);
      if (first + lines.length > last) return;
    }
  } catch (error) {
    problemsOf(error, file);
  }
}

/** The part of a line around a column, control characters shown as "\ufffd" so that columns stay in step. */
function excerpt(line: string, column: number): Excerpt {
  const text = withoutControls(line.replaceAll('\t', ' '));
  const from = text.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 2, text.length - WIDTH));
  const start = from > 0 ? '…' : '';
  const end = from + WIDTH < text.length ? '…' : '';
  return { text: start + text.slice(from, from + WIDTH) + end, mark: column - from + start.length };
}
