import type { Series } from '../catalogue.ts';
import type { NumberStyle } from '../number.ts';
import type { RowRules } from './row-rules.ts';
import { provenances } from './store.ts';
import type { Table } from './table.ts';

/**
 * Pattern of a run of rows of one subject, which is its first group: rows "subject;series;time;value;provenance" whose
 * value is a number in range or a symbol, at times at which the table has numbers of the series already. Null when it
 * has none.
 */
export function runPattern(rules: RowRules, table: Table): string | null {
  const cells = cellPatterns(rules, table);
  if (cells.length === 0) return null;
  const row = `;(?:${cells.join('|')});(?:${provenances.join('|')})?\\r?\\n`;
  return `(\\d{3})${row}(?:\\1${row})*`;
}

/** Patterns of series, time and value, one for all series of the same measure with the same times. */
function cellPatterns({ series, seriesTexts, style }: RowRules, table: Table): string[] {
  const values = valuePatterns(style);
  const textsByRest = new Map<string, string[]>();
  for (const text of seriesTexts) {
    const id = series(text);
    const times = [...(table.measured[id] ?? [])].map((time) => table.times.text(time));
    if (times.length === 0 || !/^[\w.]+$/.test(text)) continue;
    const rest = `;(?:${times.join('|')});${values[(table.series[id] as Series).measure]}`;
    const texts = textsByRest.get(rest);
    if (texts === undefined) textsByRest.set(rest, [text]);
    else texts.push(text);
  }
  return Array.from(textsByRest, ([rest, texts]) => `(?:${texts.join('|').replaceAll('.', '\\.')})${rest}`);
}

/** Symbols, and the plainest of the numbers in range. */
function valuePatterns({ decimal }: NumberStyle): Readonly<Record<Series['measure'], string>> {
  const mark = decimal === '.' ? '\\.' : decimal;
  const symbol = '-|\\.{0,3}';
  const percentage = `100(?:${mark}0{1,9})?|[1-9]?\\d(?:${mark}\\d{1,9})?`;
  const negative = `-(?:100|[1-9]\\d?(?:${mark}\\d{1,9})?|0${mark}(?=0*[1-9])\\d{1,9})`;
  return {
    count: `(?:(?:\\d|[1-9]\\d{1,14})\\*?|${symbol})`,
    percentage: `(?:(?:${percentage})\\*?|${symbol})`,
    gap: `(?:(?:${percentage}|${negative})\\*?|${symbol})`,
  };
}
