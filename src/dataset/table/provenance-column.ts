import { type Provenance, provenanceOf } from '../figure.ts';
import type { ColumnPositions } from '../mapping/columns.ts';
import type { FileMapping } from '../mapping/mapping.ts';
import { wholeFile } from '../place.ts';
import { type TableRecord, textOf } from '../read/table-record.ts';
import { misnamedProvenance, unknownProvenance, unmappedProvenance, withoutProvenance } from '../rules/fields.ts';
import type { Problem } from '../rules/rule.ts';

/** The column in which rows of one file say their provenance, or what stands in its place. */
export class ProvenanceColumn {
  readonly #field: number;
  readonly #mapping: FileMapping;
  /** The columns that provenances may stand in under another name, by their positions. */
  readonly #others: readonly (readonly [name: string, field: number])[];
  #isSaid = false;
  #isMisnamed = false;

  constructor({ head, subject, time, value, provenance }: ColumnPositions, mapping: FileMapping) {
    this.#field = provenance;
    this.#mapping = mapping;
    const read = [subject, time, value, provenance];
    this.#others = head.flatMap((name, field) => (read.includes(field) ? [] : [[name, field] as const]));
  }

  /** Another column holds provenances. */
  get isMisnamed(): boolean {
    return this.#isMisnamed;
  }

  /** The row's own provenance, else that of the file; null when its text is none. */
  of(record: TableRecord): Provenance | null {
    const text = textOf(record, this.#field);
    return text === '' ? this.#mapping.provenance : (provenanceOf(text) ?? null);
  }

  problem(record: TableRecord): Problem {
    return unknownProvenance.at(record.place(this.#field), textOf(record, this.#field));
  }

  /** Whether nothing says the provenance of a row that is used: neither the row nor the file. */
  isUnsaid(record: TableRecord): boolean {
    const isSaid = textOf(record, this.#field) !== '';
    this.#isSaid ||= isSaid;
    return !isSaid && !this.#mapping.isProvenanceSaid;
  }

  /**
   * The problem of a row that is used and says its provenance in another column: examples would become official without
   * a word. It is told of the first in a file.
   */
  overlooked(record: TableRecord): Problem | null {
    if (this.#isMisnamed || textOf(record, this.#field) !== '') return null;
    const { isOwn, isProvenanceSaid, provenance } = this.#mapping;
    for (const [name, field] of this.#others) {
      const found = provenanceOf(textOf(record, field));
      if (found === undefined || (isProvenanceSaid && found === provenance)) continue;
      this.#isMisnamed = true;
      const place = record.place(field);
      return isOwn ? misnamedProvenance.at(place, found) : unmappedProvenance.at(place, found, name);
    }
    return null;
  }

  /** What is said of a file that has figures, when all its rows are read. */
  end(): Problem[] {
    const isMissing = !this.#isSaid && !this.#mapping.isProvenanceSaid && !this.#isMisnamed;
    return isMissing ? [withoutProvenance.at(wholeFile(this.#mapping.file))] : [];
  }
}
