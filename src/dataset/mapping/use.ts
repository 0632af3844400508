import type { ExportMapping, SeriesPick } from '../declaration.ts';
import { type TableRecord, textOf } from '../read/table-record.ts';
import { noFigureInExport, pickUnmet, selectionUnmet, seriesUnmet } from '../rules/mappings.ts';
import type { Problem } from '../rules/rule.ts';
import type { ColumnPositions } from './columns.ts';

/** Different texts of a column that are remembered. */
const REMEMBERED = 1_000;

/** A text that a column must hold. */
interface Wanted {
  readonly column: string;
  readonly field: number;
  readonly text: string;
}

/**
 * Chooses the rows of a file by a mapping, and notes what its texts meet there: one that meets nothing throws figures
 * away without a word.
 */
export class MappingUse {
  readonly #mapping: ExportMapping;
  readonly #series: number;
  readonly #selection: readonly Wanted[];
  readonly #picks: readonly (SeriesPick & { readonly wanted: readonly Wanted[] })[];
  /** Texts of the columns that choose rows, by their positions; and the picks that were met. */
  readonly #found: ReadonlyMap<number, Set<string>>;
  readonly #met = new Set<string>();
  #rows = 0;

  constructor(mapping: ExportMapping, { series, selection, picks }: ColumnPositions) {
    this.#mapping = mapping;
    this.#series = series;
    this.#selection = wantedOf(mapping.selection, selection);
    this.#picks = mapping.picks.map((pick) => ({ ...pick, wanted: wantedOf(pick.texts, picks) }));
    const choosing = [series, ...selection.values(), ...picks.values()].filter((field) => field >= 0);
    this.#found = new Map(choosing.map((field) => [field, new Set()]));
  }

  /** Notes the texts of a row. */
  note(record: TableRecord): void {
    this.#rows++;
    for (const [field, texts] of this.#found) if (texts.size < REMEMBERED) texts.add(textOf(record, field));
    const pick = this.pickOf(record);
    if (pick !== undefined) this.#met.add(pick);
  }

  isSelected(record: TableRecord): boolean {
    return hasAll(record, this.#selection);
  }

  /** The series that the row's columns tell together. */
  pickOf(record: TableRecord): string | undefined {
    return this.#picks.find(({ wanted }) => hasAll(record, wanted))?.id;
  }

  /** What is wrong with the mapping when `figures` of the file's rows were taken and `refused` ones are wrong. */
  problems(figures: number, refused: number): readonly Problem[] {
    if (this.#rows === 0) return [this.#noFigure()];
    const unmatched = [...this.#unmatchedSelections(), ...this.#unmatchedSeries(), ...this.#unmatchedPicks()];
    return unmatched.length > 0 || figures > 0 || refused > 0 ? unmatched : [this.#noFigure()];
  }

  #unmatchedSelections(): Problem[] {
    return this.#selection
      .filter((wanted) => this.#isMissing(wanted))
      .map((wanted) => selectionUnmet.at(this.#mapping.place(['udvalg', wanted.column]), this.#unmet(wanted)));
  }

  /** Texts of `serier` that no row has; a text and a code may both be written for the same series. */
  #unmatchedSeries(): Problem[] {
    const { series, columns } = this.#mapping;
    const found = this.#textsIn(this.#series);
    if (series === undefined || found.size >= REMEMBERED) return [];
    const met = new Set([...series].flatMap(([text, id]) => (found.has(text.trim()) ? [id] : [])));
    return [...series].flatMap(([text, id]) => {
      const wanted = { column: columns.serie ?? '', field: this.#series, text };
      return id === null || met.has(id)
        ? []
        : [seriesUnmet.at(this.#mapping.place(['serier', text]), this.#unmet(wanted), id)];
    });
  }

  /** Series whose texts no row has together; of these texts the first that stands in no row is named. */
  #unmatchedPicks(): Problem[] {
    const { file, place } = this.#mapping;
    return this.#picks
      .filter(({ id }) => !this.#met.has(id))
      .map(({ id, texts, wanted }) => {
        const missing = wanted.find((one) => this.#isMissing(one));
        return missing === undefined
          ? pickUnmet.at(place(['serier', id]), file, id, [...texts.values()])
          : seriesUnmet.at(place(['serier', id]), this.#unmet(missing), id);
      });
  }

  #unmet({ column, field, text }: Wanted) {
    return { file: this.#mapping.file, column, text, found: [...this.#textsIn(field)] };
  }

  /** True for a text that no row has; where not all texts are remembered nobody knows. */
  #isMissing({ field, text }: Wanted): boolean {
    const found = this.#textsIn(field);
    return !found.has(text) && found.size < REMEMBERED;
  }

  #textsIn(field: number): ReadonlySet<string> {
    return this.#found.get(field) ?? new Set();
  }

  #noFigure(): Problem {
    const { file, place } = this.#mapping;
    return noFigureInExport.at(place(['fil']), file, this.#rows);
  }
}

const wantedOf = (texts: ReadonlyMap<string, string>, fields: ReadonlyMap<string, number>): Wanted[] =>
  [...fields].flatMap(([column, field]) => {
    const text = texts.get(column);
    return text === undefined ? [] : [{ column, field, text }];
  });

const hasAll = (record: TableRecord, wanted: readonly Wanted[]): boolean =>
  wanted.every(({ field, text }) => textOf(record, field) === text);
