import { type Decimal, round } from '../decimal.ts';

/**
 * A number as a Danish report prints it: "62.920", "1,5", "-6" (hyphen-minus, as in the reference), never "-0".
 * Rounded once to `decimals` decimals, half away from zero.
 */
export const formatNumber = (value: Decimal, decimals: number): string => formatPlain(round(value, decimals));

/** A whole number as Danish readers write it: "5.100". */
export const amount = (count: number): string => formatPlain(String(count));

/** The unrounded number with a decimal comma and no thousands mark, "-10,35": for files that machines read. */
export const withComma = (value: Decimal): string => value.replace('.', ',');

/** The unrounded number with a decimal comma and a point before every third digit of the whole part: "62.920,5". */
export function formatPlain(value: Decimal): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Numbers with a minus in place of the report's hyphen, which many screen readers pass over: "fra \u22126 til 3". */
export const withMinus = (text: string): string => text.replace(/(?<=^|[ (])-(?=\d)/g, '\u2212');
