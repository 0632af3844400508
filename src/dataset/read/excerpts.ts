import { withoutControls } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Place } from '../place.ts';
import type { Folder } from './files.ts';
import { linesOf } from './text.ts';
import { problemsOf } from './unreadable.ts';

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
  const inText = places.filter(({ sheet, line }) => sheet === undefined && line > 0);
  for (const [file, own] of grouped(inText, (place) => place.file)) {
    const lines = await readLines(folder, file, new Set(own.map(({ line }) => line)));
    for (const place of own) {
      const line = lines.get(place.line);
      if (line !== undefined) excerpts.set(excerptKey(place), excerpt(line, place.column));
    }
  }
  return excerpts;
}

export const excerptKey = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** The wanted lines of a file, by number. A file that cannot be read to the last gives fewer. */
async function readLines(folder: Folder, file: string, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  try {
    for await (const { text, first, badLine } of linesOf(folder, file)) {
      const lines = text.split('\n');
      if (lines.at(-1) === '') lines.pop();
      if (badLine !== undefined) lines.push(badLine);
      for (const [i, line] of lines.entries()) if (wanted.has(first + i)) found.set(first + i, line);
      if (found.size === wanted.size) break;
    }
  } catch (error) {
    problemsOf(error, file);
  }
  return found;
}

/** The part of a line around a column, control characters shown as "\ufffd" so that columns stay in step. */
function excerpt(line: string, column: number): Excerpt {
  const text = withoutControls(line.replaceAll('\t', ' '));
  const from = text.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 2, text.length - WIDTH));
  const start = from > 0 ? '…' : '';
  const end = from + WIDTH < text.length ? '…' : '';
  return { text: start + text.slice(from, from + WIDTH) + end, mark: column - from + start.length };
}
