import { type Provenance, provenanceOf } from '../figure.ts';
import type { ColumnPositions } from '../mapping/columns.ts';
import type { FileMapping } from '../mapping/mapping.ts';
import { wholeFile } from '../place.ts';
import { type TableRecord, textOf } from '../read/table-record.ts';
import { misnamedProvenance, unknownProvenance, withoutProvenance } from '../rules/fields.ts';
import type { Problem } from '../rules/rule.ts';

/** First rows of a file that are looked through for a provenance column with another name. */
const PROBED = 50;

/** The column in which rows of one file say their provenance, or what stands in its place. */
export class ProvenanceColumn {
  readonly #field: number;
  readonly #mapping: FileMapping;
  #toProbe: number;
  #isSaid = false;
  #isMisnamed = false;

  constructor({ provenance }: ColumnPositions, mapping: FileMapping) {
    this.#field = provenance;
    this.#mapping = mapping;
    this.#toProbe = provenance < 0 && mapping.isOwn ? PROBED : 0;
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
   * Looks for a provenance column with another name. It would make examples official without a word, so a column that is
   * not used, but holds provenances, is refused.
   */
  probe(record: TableRecord): Problem[] {
    if (this.#toProbe === 0) return [];
    this.#toProbe--;
    return record.fields.flatMap((text, field) => {
      if (provenanceOf(text) === undefined) return [];
      this.#toProbe = 0;
      this.#isMisnamed = true;
      return [misnamedProvenance.at(record.place(field), text.toLowerCase())];
    });
  }

  /** What is said of a file that has figures, when all its rows are read. */
  end(): Problem[] {
    const isMissing = !this.#isSaid && !this.#mapping.isProvenanceSaid && !this.#isMisnamed;
    return isMissing ? [withoutProvenance.at(wholeFile(this.#mapping.file))] : [];
  }
}
