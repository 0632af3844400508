import type { Catalogue, Series } from '../catalogue.ts';
import type { Problem } from '../problem.ts';
import { FigureStore } from './store.ts';
import { subjectCodes } from './subjects.ts';
import type { Times } from './times.ts';

/** A row that could not be used. -1 stands for a part that cannot be read, which may have meant anything. */
export interface WrongRow {
  readonly subject: number;
  readonly series: number;
  readonly time: number;
  /** It may hold a number: its value is one, or cannot be read. */
  readonly countable: boolean;
  readonly problems: readonly Problem[];
}

/** All that is read of `indikatorer` or of `noegletal`, from one file or several. */
export interface Table {
  readonly name: Series['table'];
  readonly codes: readonly string[];
  readonly series: readonly Series[];
  readonly times: Times;
  readonly store: FigureStore;
  readonly wrong: WrongRow[];
  /** By series: the newest time with a number, of any subject; -1 when there is none. */
  readonly newest: Float64Array;
  /** By subject: 1 when its figures are kept. */
  readonly held: Uint8Array;
  /** By subject: 1 when it has a number. */
  readonly counted: Uint8Array;
}

export function makeTable(
  name: Series['table'],
  catalogue: Catalogue,
  times: Times,
  subjects: ReadonlySet<string> | undefined,
): Table {
  const codes = subjectCodes(catalogue);
  const series = [...(name === 'indikatorer' ? catalogue.indicators : catalogue.keyFigures).values()];
  return {
    name,
    codes,
    series,
    times,
    store: new FigureStore(),
    wrong: [],
    newest: new Float64Array(series.length).fill(-1),
    held: Uint8Array.from(codes, (code) => (subjects === undefined || code === '000' || subjects.has(code) ? 1 : 0)),
    counted: new Uint8Array(codes.length),
  };
}
