import { provenanceOf } from '../figure.ts';
import { type Problem, structuralError } from '../problem.ts';
import { type TableRecord, textOf } from '../read/records.ts';
import { misnamedProvenance } from './row-problems.ts';

/** Rows that are looked at. */
const PROBED = 50;

/**
 * Looks for a provenance column with another name in the first rows of a file. It would make examples official without a
 * word, so a column that is not used, but holds provenances, is refused.
 */
export class ProvenanceProbe {
  /** Some column holds provenances. */
  hasFound = false;
  #left = PROBED;

  look(record: TableRecord): readonly Problem[] {
    if (this.#left === 0) return [];
    const found = record.fields.flatMap((text, i) => (provenanceOf(text) === undefined ? [] : [i]));
    this.hasFound = found.length > 0;
    this.#left = this.hasFound ? 0 : this.#left - 1;
    return found.map((i) => structuralError(record.place(i), misnamedProvenance(textOf(record, i).toLowerCase())));
  }
}
