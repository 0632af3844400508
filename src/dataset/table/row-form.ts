import type { Problem } from '../problem.ts';
import { type Finding, structuralError } from '../problems.ts';
import type { Scanner } from '../read/scanner.ts';
import type { Columns } from './columns.ts';
import { lineBreak, misnamedProvenance } from './row-findings.ts';
import { provenanceIndex } from './row-rules.ts';

/** A record as the scanner has it, and the file that it stands in. */
export interface ScannedRow {
  readonly scanner: Scanner;
  readonly columns: Columns;
  readonly file: string;
}

/** Place of a field of the record. */
export const placeOf = ({ scanner, file }: ScannedRow, field: number): Problem['place'] => ({
  file,
  line: scanner.lineOf(field),
  column: scanner.columnOf(field),
});

/** True when the record holds nothing from `field` on. */
export function isEmptyFrom({ starts, ends, count }: Scanner, field: number): boolean {
  for (let i = field; i < count; i++) if ((starts[i] as number) < (ends[i] as number)) return false;
  return true;
}

/** A line break inside a column that is used means that a stray quote has swallowed rows; null when there is none. */
export function brokenLine(row: ScannedRow): Problem | null {
  const { subject, series, time, value, provenance, selection } = row.columns;
  const bad = [subject, series, time, value, provenance, ...selection].find(
    (field) => field >= 0 && /[\r\n]/.test(row.scanner.text(field)),
  );
  return bad === undefined ? null : structural(row, bad, lineBreak(row.scanner.text(bad)));
}

/**
 * A provenance column whose name is misspelt would make examples official without a word: a column that is not used,
 * but holds provenances, is refused. For files without the column only.
 */
export function hiddenProvenances(row: ScannedRow): Problem[] {
  return Array.from({ length: row.scanner.count }, (_, field) => row.scanner.text(field).toLowerCase()).flatMap(
    (text, field) => (provenanceIndex(text) < 0 ? [] : [structural(row, field, misnamedProvenance(text))]),
  );
}

const structural = (row: ScannedRow, field: number, finding: Finding): Problem =>
  structuralError(placeOf(row, field), finding);
