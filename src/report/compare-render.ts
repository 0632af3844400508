import type { Difference } from './compare.ts';
import { csvFile } from './csv-field.ts';

const HEADINGS = ['Kommune', 'Felt', 'Kolonne', 'Før', 'Nu'] as const;

/** Wording is longer than a column should be; the CSV and JSON have it whole. */
const WIDEST = 60;

/** The differences for people: one aligned line each, or a sentence when there is none. Ends in a line feed. */
export function differencesText(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'Ingen trykte tal eller tekster er ændret.\n';
  const lines = [HEADINGS, ...differences.map(textFields)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const aligned = lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${aligned.join('\n')}\n`;
}

function textFields({ subject, table, row, column, before, after }: Difference): string[] {
  return [subject.name, row === '' ? table : row, column, printed(before), printed(after)].map(shortened);
}

const printed = (text: string | null): string => (text === null ? '(findes ikke)' : text === '' ? '(tom)' : text);

const shortened = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** The differences as CSV for Danish Excel; an absent row is told from a blank cell by the column `findes`. */
export function differencesCsv(differences: readonly Difference[]): string {
  const header = ['kommunekode', 'kommune', 'tabel', 'felt', 'kolonne', 'art', 'foer', 'nu', 'findes'];
  return csvFile([header, ...differences.map(csvFields)]);
}

function csvFields({ subject, table, row, column, kind, before, after }: Difference): string[] {
  const exists = before === null ? 'kun nu' : after === null ? 'kun før' : 'begge';
  return [subject.code, subject.name, table, row, column, kind, before ?? '', after ?? '', exists];
}

/** The differences as JSON, indented, ending in a line feed. */
export function differencesJson(differences: readonly Difference[]): string {
  return `${JSON.stringify({ format: 'barometer-forskelle/1', differences }, null, 2)}\n`;
}
