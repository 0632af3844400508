import { madeUpWords, type Provenance, provenanceOf } from '../figure.ts';
import type { ColumnPositions } from '../mapping/columns.ts';
import type { FileMapping } from '../mapping/mapping.ts';
import { wholeFile } from '../place.ts';
import { isText, type RecordSource, type TableRecord, textOf } from '../read/table-record.ts';
import {
  madeUpByNote,
  misnamedProvenance,
  unknownProvenance,
  unmappedProvenance,
  withoutProvenance,
} from '../rules/fields.ts';
import type { Problem } from '../rules/rule.ts';

/** The column in which rows of one file say their provenance, or what stands in its place. */
export class ProvenanceColumn {
  readonly #field: number;
  readonly #mapping: FileMapping;
  /** The dataset's own files say it row by row, unless the owner says it of all; in others it is official by default. */
  readonly #mustSay: boolean;
  /** The columns that provenances may stand in under another name, by their positions. */
  readonly #others: readonly (readonly [name: string, field: number])[];
  #isSaid = false;
  #isMisnamed = false;

  constructor({ head, subject, time, value, provenance }: ColumnPositions, mapping: FileMapping) {
    this.#field = provenance;
    this.#mapping = mapping;
    this.#mustSay = mapping.isOwn && mapping.provenance === null;
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
    return text === '' ? this.#ofFile : (provenanceOf(text) ?? null);
  }

  get #ofFile(): Provenance {
    return this.#mapping.provenance ?? 'officiel';
  }

  problem(record: TableRecord): Problem {
    return unknownProvenance.at(record.place(this.#field), textOf(record, this.#field));
  }

  /** Whether nothing says the provenance of a row that is used: neither the row nor the file. */
  isUnsaid(record: TableRecord): boolean {
    const isSaid = textOf(record, this.#field) !== '';
    this.#isSaid ||= isSaid;
    return !isSaid && this.#mustSay;
  }

  /**
   * The problem of a row that is used and says its provenance in another column: examples would become official without
   * a word. It is told of the first in a file.
   */
  overlooked(record: TableRecord): Problem | null {
    if (this.#isMisnamed || textOf(record, this.#field) !== '') return null;
    for (const [name, field] of this.#others) {
      const text = textOf(record, field);
      const found = provenanceOf(text) ?? (madeUpWords(text) === null ? undefined : 'eksempel');
      if (found === undefined || (!this.#mustSay && found === this.#ofFile)) continue;
      this.#isMisnamed = true;
      const place = record.place(field);
      return this.#mapping.isOwn
        ? misnamedProvenance.at(place, text, found)
        : unmappedProvenance.at(place, text, found, name);
    }
    return null;
  }

  /** What is said of a file that has figures, when all its rows are read. */
  end(): Problem[] {
    const isMissing = !this.#isSaid && this.#mustSay && !this.#isMisnamed;
    return isMissing ? [withoutProvenance.at(wholeFile(this.#mapping.file))] : [];
  }
}

/** Texts that a title or a note is at most; more are a row. */
const TEXTS_OF_NOTE = 2;

/** Records of a file from elsewhere as they are; of the first title or note which says that they are made up, a problem. */
export async function* notingMadeUp(records: RecordSource, note: (problem: Problem) => void): RecordSource {
  let isNoted = false;
  for await (const batch of records) {
    const own = [...batch];
    for (const record of isNoted ? [] : own) {
      const texts = record.fields.filter(isText);
      const words = texts.length > TEXTS_OF_NOTE ? null : madeUpWords(texts.join(' '));
      if (words === null || isNoted) continue;
      isNoted = true;
      note(madeUpByNote.at(record.place(record.fields.findIndex(isText)), texts.join(' '), words));
    }
    yield own;
  }
}
