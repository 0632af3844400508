/** What a figure measures; it decides which values can be: a percentage 0-100, a gap ±100, a count 0, 1, 2 ... */
export type Measure = 'percentage' | 'gap' | 'count';

/** A yearly series ("1.1") or a key figure ("13") that a dataset may hold figures of. */
export interface Series {
  readonly table: 'indikatorer' | 'noegletal';
  readonly id: string;
  readonly measure: Measure;
  /** Measured for the whole country only: no report of a municipality shows it. */
  readonly isNational?: true;
}

/** What a goal is counted from: its indicators, and the year that it is compared with. */
interface GoalSeries {
  readonly baselineYear: number;
  readonly indicators: readonly string[];
}

/** What the reader may meet in a dataset; made from the template and the list of municipalities. */
export interface Catalogue {
  /** Name by code for all subjects: "000" Hele landet and the 98 municipalities. */
  readonly subjects: ReadonlyMap<string, string>;
  /** The template's goals by number. */
  readonly goals: ReadonlyMap<number, GoalSeries>;
  readonly indicators: ReadonlyMap<string, Series>;
  readonly keyFigures: ReadonlyMap<string, Series>;
  /** What users name another template by, as they write it; missing where they cannot. */
  readonly templateOption?: string;
}

/** Code of the whole country. */
export const COUNTRY = '000';

/** The baseline year of an indicator; null for a key figure, which has none. */
export const baselineYearOf = (id: string, { goals }: Catalogue): number | null =>
  [...goals.values()].find((goal) => goal.indicators.includes(id))?.baselineYear ?? null;

/** The series of a table, by id. */
export const seriesOf = (catalogue: Catalogue, table: Series['table']): ReadonlyMap<string, Series> =>
  table === 'indikatorer' ? catalogue.indicators : catalogue.keyFigures;
