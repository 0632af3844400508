import type { Decimal } from './exact.ts';
import type { Missing } from './figure.ts';
import { limits } from './limits.ts';

/** How a file writes numbers, as `datasaet.json` declares it. */
export interface NumberStyle {
  readonly decimal: ',' | '.';
  /** Between groups of three digits; " " stands for every kind of blank. Null: thousands are not marked. */
  readonly thousands: '.' | ',' | ' ' | null;
}

/** What a field of the value column says: a number, or a StatBank symbol. */
export interface Value {
  readonly value: Decimal | null;
  readonly missing: Missing | null;
  readonly provisional: boolean;
}

/** Why a field is no value; the wording of each is in `number-faults.ts`. */
export type NumberFault =
  | 'thousands' // a mark that is not declared
  | 'grouping' // the declared mark, but not between groups of three
  | 'decimal' // the other decimal mark
  | 'both' // marks in an order that cannot be
  | 'unfinished' // nothing before or after the decimal mark
  | 'plus'
  | 'dash'
  | 'exponent'
  | 'not-finite'
  | 'unit'
  | 'long'
  | 'other';

const symbols: ReadonlyMap<string, Missing> = new Map([
  ['', 'empty'],
  ['.', 'impossible'],
  ['..', 'confidential'],
  ['...', 'unavailable'],
]);

const zero: Decimal = { units: 0n, scale: 0 };
const blank = '[ \\u00a0\\u2007\\u2009\\u202f]';

/** Reads a trimmed field of the value column strictly as declared: what does not fit is a fault, never a guess. */
export function parseValue(text: string, style: NumberStyle): Value | NumberFault {
  // Longer than any number can be; it also keeps every pattern below fast.
  if (text.length > 2 * limits.digits) return /^[\d.,\s*-]+$/.test(text) ? 'long' : 'other';
  const missing = symbols.get(text);
  if (missing !== undefined) return { value: null, missing, provisional: false };
  const provisional = text.endsWith('*');
  const number = provisional ? text.slice(0, -1).replace(new RegExp(`${blank}+$`), '') : text;
  if (number === '-') return { value: zero, missing: null, provisional };
  const match = pattern(style).exec(number);
  if (match === null) return diagnose(number, style);
  const [, sign, whole = '', fraction = ''] = match;
  const digits = whole.replace(/\D/g, '') + fraction;
  if (digits.length > limits.digits) return 'long';
  const units = BigInt(digits);
  return { value: { units: sign ? -units : units, scale: fraction.length }, missing: null, provisional };
}

const patterns = new Map<string, RegExp>();

/** Sign, whole part and fraction of a number. A first group of "0" is no group: "0.123" is not 123. */
function pattern(style: NumberStyle): RegExp {
  const key = `${style.decimal}${style.thousands}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const mark = style.thousands === ' ' ? blank : style.thousands === null ? null : `\\${style.thousands}`;
  const grouped = mark === null ? '' : `|[1-9]\\d{0,2}(?:${mark}\\d{3})+`;
  const made = new RegExp(`^([-\\u2212]?)(\\d+${grouped})(?:\\${style.decimal}(\\d+))?$`);
  patterns.set(key, made);
  return made;
}

/** The likeliest reason why `text` is not a number, so that the message can say what to mend. */
function diagnose(text: string, style: NumberStyle): NumberFault {
  if (/^[-+]?(nan|inf|infinity|∞|#.*)$/i.test(text)) return 'not-finite';
  if (/^\+/.test(text)) return 'plus';
  if (/^[–—‐‑‒]/.test(text)) return 'dash';
  if (/^[-−]?[\d.,]+e[-+]?\d+$/i.test(text)) return 'exponent';
  if (/^[-−]?\d[\d.,]*\s*(%|‰|pct\.?|procent|kr\.?|personer|point|pct\. point)$/i.test(text)) return 'unit';
  if (!/^[-−]?[\d.,\s]+$/.test(text) || !/\d/.test(text)) return 'other';
  return diagnoseMarks(text, style);
}

function diagnoseMarks(text: string, style: NumberStyle): NumberFault {
  const otherMark = style.decimal === ',' ? '.' : ',';
  const marks = text.replace(/[\d\-−]/g, '');
  if (marks === style.decimal) return 'unfinished';
  if ([...marks].every((mark) => mark === style.decimal)) return 'both';
  if (isDeclared(marks, style))
    return marks.includes(style.decimal) && !marks.endsWith(style.decimal) ? 'both' : 'grouping';
  if (marks === otherMark && !/[.,]\d{3}$/.test(text)) return 'decimal';
  return 'thousands';
}

/** All of `marks` are ones that the style knows. */
const isDeclared = (marks: string, style: NumberStyle): boolean =>
  style.thousands !== null &&
  [...marks].every(
    (mark) => mark === style.decimal || (style.thousands === ' ' ? /\s/.test(mark) : mark === style.thousands),
  );
