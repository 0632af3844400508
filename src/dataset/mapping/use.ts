import { type TableRecord, textOf } from '../read/table-record.ts';
import { noFigureInExport, pickUnmet, selectionUnmet, seriesUnmet } from '../rules/mappings.ts';
import type { Problem } from '../rules/rule.ts';
import type { ColumnPositions } from './columns.ts';
import type { FileMapping } from './mapping.ts';

/** Different texts of a column that are remembered. */
const REMEMBERED = 1_000;

/**
 * Chooses the rows of a file by a mapping, and notes what its texts meet there: one that meets nothing throws figures
 * away without a word.
 */
export class MappingUse {
  readonly #mapping: FileMapping;
  readonly #columns: ColumnPositions;
  /** Texts of the columns that choose rows, by their positions; and the picks that were met. */
  readonly #found: ReadonlyMap<number, Set<string>>;
  readonly #met = new Set<string>();
  #rows = 0;

  constructor(mapping: FileMapping, columns: ColumnPositions) {
    this.#mapping = mapping;
    this.#columns = columns;
    const choosing = [columns.series, ...columns.choosing.values()].filter((field) => field >= 0);
    this.#found = new Map(choosing.map((field) => [field, new Set()]));
  }

  /** Notes the texts of a row. */
  note(record: TableRecord): void {
    this.#rows++;
    for (const [field, texts] of this.#found) if (texts.size < REMEMBERED) texts.add(textOf(record, field));
    const pick = this.pickOf(record);
    if (pick !== undefined) this.#met.add(pick);
  }

  /** Several columns name the series together. */
  get hasPicks(): boolean {
    return this.#mapping.picks.length > 0;
  }

  isSelected(record: TableRecord): boolean {
    return this.#hasAll(record, this.#mapping.selection);
  }

  /** The series that the row's columns name together. */
  pickOf(record: TableRecord): string | undefined {
    return this.#mapping.picks.find(({ texts }) => this.#hasAll(record, texts))?.id;
  }

  /** What is wrong with the mapping when `figures` of the file's rows were taken and `refused` ones are wrong. */
  problems(figures: number, refused: number): readonly Problem[] {
    if (this.#rows === 0) return [this.#noFigure()];
    const unmatched = [...this.#unmatchedSelections(), ...this.#unmatchedSeries(), ...this.#unmatchedPicks()];
    return unmatched.length > 0 || figures > 0 || refused > 0 ? unmatched : [this.#noFigure()];
  }

  #unmatchedSelections(): Problem[] {
    const { selection, place } = this.#mapping;
    return [...selection]
      .filter((wanted) => this.#isMissing(...wanted))
      .map(([column, text]) => selectionUnmet.at(place(['udvalg', column]), this.#unmet(column, text)));
  }

  /** Texts of `serier` that no row has; a text and a code may both be written for the same series. */
  #unmatchedSeries(): Problem[] {
    const { series = new Map<string, string | null>(), columns, place } = this.#mapping;
    const found = this.#textsAt(this.#columns.series);
    if (found.size >= REMEMBERED) return [];
    const met = new Set([...series].flatMap(([text, id]) => (found.has(text.trim()) ? [id] : [])));
    return [...series].flatMap(([text, id]) =>
      id === null || met.has(id)
        ? []
        : [seriesUnmet.at(place(['serier', text]), this.#unmet(columns.serie ?? '', text), id)],
    );
  }

  /** Series whose texts no row has together; of these texts the first that stands in no row is named. */
  #unmatchedPicks(): Problem[] {
    const { file, picks, place } = this.#mapping;
    return picks
      .filter(({ id }) => !this.#met.has(id))
      .map(({ id, texts }) => {
        const missing = [...texts].find((wanted) => this.#isMissing(...wanted));
        return missing === undefined
          ? pickUnmet.at(place(['serier', id]), file, id, [...texts.values()])
          : seriesUnmet.at(place(['serier', id]), this.#unmet(...missing), id);
      });
  }

  #hasAll(record: TableRecord, texts: ReadonlyMap<string, string>): boolean {
    for (const [column, text] of texts) if (textOf(record, this.#at(column)) !== text) return false;
    return true;
  }

  #unmet(column: string, text: string) {
    return { file: this.#mapping.file, column, text, found: [...this.#textsAt(this.#at(column))] };
  }

  /** True for a text that no row has; where not all texts are remembered nobody knows. */
  #isMissing(column: string, text: string): boolean {
    const found = this.#textsAt(this.#at(column));
    return !found.has(text) && found.size < REMEMBERED;
  }

  /** Position of a column that chooses rows, else of the one that names the series. */
  #at(column: string): number {
    return this.#columns.choosing.get(column) ?? this.#columns.series;
  }

  #textsAt(field: number): ReadonlySet<string> {
    return this.#found.get(field) ?? new Set();
  }

  #noFigure(): Problem {
    const { file, place } = this.#mapping;
    return noFigureInExport.at(place(['fil']), file, this.#rows);
  }
}
