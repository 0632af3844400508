import { type Decimal, round, toPlain } from '../decimal.ts';

/**
 * A number as a Danish report prints it: "62.920", "1,5", "-6" (hyphen-minus, as in the reference), never "-0".
 * Rounded once to `decimals` decimals, half away from zero.
 */
export function formatNumber(value: Decimal, decimals: number): string {
  return groupThousands(toPlain(round(value, decimals)).replace('.', ','));
}

/** The unrounded number with a decimal comma and no thousands mark, e.g. "-10,35", from plain text "-10.35". */
export function withComma(plain: string): string {
  return plain.replace('.', ',');
}

/** Unrounded with thousands marks, for sentences: "62920.5" → "62.920,5". */
export function formatPlain(plain: string): string {
  return groupThousands(withComma(plain));
}

/** Puts a point before every third digit of the whole part; `text` has a decimal comma or none. */
function groupThousands(text: string): string {
  if (text.length <= 3) return text;
  const [whole = '', fraction] = text.split(',');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
