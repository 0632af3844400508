import { comparePeriods, type Period, withoutControls } from '../danish/index.ts';
import { grouped } from '../grouped.ts';
import { type Catalogue, COUNTRY, type Series } from './catalogue.ts';
import type { DatasetInfo } from './dataset.ts';
import type { Figure, Provenance } from './figure.ts';
import { checkedDataset } from './load.ts';
import type { Place } from './place.ts';
import { type ShownProblem, shownProblems, stopsEverything } from './problems.ts';
import { type DatasetFiles, type Folder, realFiles } from './read/files.ts';
import { linesOf } from './read/text.ts';
import { problemsOf } from './read/unreadable.ts';
import type { Tables } from './read-tables.ts';
import type { FormerFolder } from './rules/former.ts';
import type { Problem } from './rules/rule.ts';
import type { Table } from './table/table.ts';

/** All that `valider` has to tell of a dataset. */
export interface Inspection {
  /** All problems, those that stop everything too, sorted by place. */
  readonly problems: readonly Problem[];
  /** What the dataset holds; null when a fault keeps it from being known. */
  readonly summary: Contents | null;
  /** The problems that are written out, in the same order, with the lines that they stand in. */
  readonly shown: readonly (ShownProblem & { readonly excerpt: Excerpt | null })[];
}

/** Reads a dataset for `valider`: nothing is thrown for what is wrong in it, only when the folder is not there (66). */
export async function inspectDataset(
  path: string,
  catalogue: Catalogue,
  files: DatasetFiles = realFiles,
  former?: FormerFolder,
): Promise<Inspection> {
  const { folder, info, tables, all } = await checkedDataset(path, catalogue, 'all', { files, former });
  const isReadable = info !== null && !all.some(stopsEverything);
  const shown = shownProblems(all);
  const lines = await linesAt(
    folder,
    shown.map(({ problem }) => problem.place),
  );
  return {
    problems: all,
    summary: isReadable ? contentsOf(info, tables) : null,
    shown: shown.map((one) => ({ ...one, excerpt: excerptAt(one.problem.place, lines) })),
  };
}

/** What a dataset holds of one series. Rows with a number count as figures, symbols and empty fields do not. */
export interface Coverage {
  readonly table: Series['table'];
  readonly id: string;
  readonly figures: number;
  /** Years or periods with a figure, by time. */
  readonly times: readonly string[];
  /** The last of `times`; null when there is none. */
  readonly newest: string | null;
  /** Municipalities with a figure at `newest`, the whole country not counted. */
  readonly municipalities: number;
  /** The whole country has a figure at `newest`. */
  readonly country: boolean;
}

/** What a dataset holds, as `valider` shows it. */
export interface Contents {
  readonly info: DatasetInfo;
  /** Municipalities with at least one figure. */
  readonly municipalities: number;
  /** The whole country has at least one figure. */
  readonly country: boolean;
  readonly figures: number;
  readonly provenance: Readonly<Record<Provenance, number>>;
  readonly coverage: readonly Coverage[];
}

function contentsOf(info: DatasetInfo, { indicators, keyFigures }: Tables): Contents {
  const tables = [indicators, keyFigures];
  const provenance = { officiel: 0, beregnet: 0, eksempel: 0 };
  const coverage = tables.flatMap((table) =>
    [...table.series.keys()].map((id) => coverageOf(table, id, ({ provenance: own }) => provenance[own]++)),
  );
  return {
    info,
    ...peopled(new Set(tables.flatMap((table) => [...table.subjectsWithNumber]))),
    figures: coverage.reduce((sum, { figures }) => sum + figures, 0),
    provenance,
    coverage,
  };
}

/** Looks at the numbers of a series, each of which `note` takes; a figure in doubt is none. */
function coverageOf(table: Table, id: string, note: (figure: Figure) => void): Coverage {
  const figuresOf = table.figuresOf(id);
  const known = new Set<Period>();
  let figures = 0;
  for (const byTime of figuresOf.values()) {
    for (const [time, figure] of byTime) {
      if (!table.isNumber(figure)) continue;
      note(figure);
      figures++;
      known.add(time);
    }
  }
  const times = [...known].sort(comparePeriods);
  const newest = times.at(-1);
  const hasNumber = (figure: Figure | undefined): boolean => figure !== undefined && table.isNumber(figure);
  const atNewest = newest === undefined ? [] : [...figuresOf].filter(([, byTime]) => hasNumber(byTime.get(newest)));
  return {
    ...{ table: table.name, id, figures, times: times.map(({ code }) => code), newest: newest?.code ?? null },
    ...peopled(new Set(atNewest.map(([subject]) => subject))),
  };
}

/** How many municipalities are among subjects, and whether the whole country is. */
const peopled = (subjects: ReadonlySet<string>): Pick<Contents, 'municipalities' | 'country'> => ({
  municipalities: [...subjects].filter((code) => code !== COUNTRY).length,
  country: subjects.has(COUNTRY),
});

/** A line of a file as `valider` shows it, and the column (from 1) in `text` of the place that it is shown for. */
export interface Excerpt {
  readonly text: string;
  readonly mark: number;
}

/** Characters of a line that are shown at most. */
const WIDTH = 100;

/** Lines of text files, by file and number. */
type FileLines = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** The lines at some places; files are read once more, since nothing keeps their lines. */
async function linesAt(folder: Folder, places: readonly Place[]): Promise<FileLines> {
  const found = new Map<string, ReadonlyMap<number, string>>();
  const inText = places.filter(({ sheet, line }) => sheet === undefined && line > 0);
  for (const [file, own] of grouped(inText, (place) => place.file))
    found.set(file, await wantedLines(folder, file, new Set(own.map(({ line }) => line))));
  return found;
}

/** The wanted lines of a file, by number. A file that cannot be read to the last gives fewer. */
async function wantedLines(folder: Folder, file: string, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
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
function excerptAt({ file, sheet, line: number, column }: Place, lines: FileLines): Excerpt | null {
  const line = sheet === undefined ? lines.get(file)?.get(number) : undefined;
  if (line === undefined) return null;
  const text = withoutControls(line.replaceAll('\t', ' '));
  const from = text.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 2, text.length - WIDTH));
  const start = from > 0 ? '…' : '';
  const end = from + WIDTH < text.length ? '…' : '';
  return { text: start + text.slice(from, from + WIDTH) + end, mark: column - from + start.length };
}
