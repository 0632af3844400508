import type { FontSet } from '../pdf/index.ts';
import type { TextStyle } from './style.ts';

const numberAndUnit = /^(-?[\d.,]*\d)( .*)?$/;

/** Width of the widest number at the start of these texts: numbers of a column end, and units begin, at one line. */
export function numberAxis(texts: readonly string[], style: TextStyle, fonts: FontSet): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, numberWidth(text, style, fonts) ?? 0);
  return widest;
}

/** How far in a text begins, so that its number ends at `axis`; 0 for a text that is no number with a unit. */
export function indent(text: string, axis: number, style: TextStyle, fonts: FontSet): number {
  const width = numberWidth(text, style, fonts);
  return width === null ? 0 : Math.max(0, axis - width);
}

function numberWidth(text: string, style: TextStyle, fonts: FontSet): number | null {
  const number = numberAndUnit.exec(text)?.[1];
  return number === undefined ? null : fonts.measure(number, style.font, style.size);
}
