import { comparePeriods } from '../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from './catalogue.ts';
import { allProblems, checkedDataset } from './checked-dataset.ts';
import type { DatasetInfo } from './dataset.ts';
import type { Provenance } from './figure.ts';
import { shownProblems, stopsEverything } from './problems.ts';
import { type Excerpt, readExcerpts } from './read/excerpts.ts';
import { type DatasetFiles, Folder, realFiles } from './read/files.ts';
import type { Tables } from './read-tables.ts';
import type { Problem } from './rules/rule.ts';
import type { Table } from './table/table.ts';

/** All that `valider` has to tell of a dataset. */
export interface Inspection {
  /** All problems, those that stop everything too, sorted by place. */
  readonly problems: readonly Problem[];
  /** What the dataset holds; null when a fault keeps it from being known. */
  readonly summary: Contents | null;
  /** The lines of the problems that are written out, by `excerptKey`. */
  readonly excerpts: ReadonlyMap<string, Excerpt>;
}

/** Reads a dataset for `valider`: nothing is thrown for what is wrong in it, only when the folder is not there (66). */
export async function inspectDataset(
  path: string,
  catalogue: Catalogue,
  files: DatasetFiles = realFiles,
  former?: string,
): Promise<Inspection> {
  const folder = new Folder(path, files);
  const checked = await checkedDataset(
    folder,
    catalogue,
    'all',
    former === undefined ? undefined : new Folder(former, files),
  );
  const { info, tables } = checked;
  const problems = allProblems(checked);
  const isReadable = info !== null && !problems.some(stopsEverything);
  return {
    problems,
    summary: isReadable ? contentsOf(info, tables) : null,
    excerpts: await readExcerpts(
      folder,
      shownProblems(problems).map(({ problem }) => problem.place),
    ),
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
  const numbers = tables.flatMap((table) =>
    [...table.series.keys()].map((id) => ({ table, id, of: numbersOf(table, id) })),
  );
  const all = numbers.flatMap(({ of }) => of);
  const count = (provenance: Provenance): number => all.filter(({ figure }) => figure.provenance === provenance).length;
  const subjects = new Set(tables.flatMap((table) => [...table.subjectsWithNumber]));
  return {
    info,
    ...peopled(subjects),
    figures: all.length,
    provenance: { officiel: count('officiel'), beregnet: count('beregnet'), eksempel: count('eksempel') },
    coverage: numbers.map(({ table, id, of }) => {
      const times = [...new Set(of.map(({ time }) => time))].sort(comparePeriods);
      const newest = times.at(-1);
      return {
        table: table.name,
        id,
        figures: of.length,
        times: times.map(({ code }) => code),
        newest: newest?.code ?? null,
        ...peopled(new Set(of.filter(({ time }) => time === newest).map(({ subject }) => subject))),
      };
    }),
  };
}

/** How many municipalities are among subjects, and whether the whole country is. */
const peopled = (subjects: ReadonlySet<string>): Pick<Contents, 'municipalities' | 'country'> => ({
  municipalities: [...subjects].filter((code) => code !== COUNTRY).length,
  country: subjects.has(COUNTRY),
});

/** The numbers of a series; a figure in doubt is none. */
const numbersOf = (table: Table, id: string) =>
  [...table.figuresOf(id)].flatMap(([subject, byTime]) =>
    [...byTime].flatMap(([time, figure]) => (table.isNumber(figure) ? [{ subject, time, figure }] : [])),
  );
