import type { Decimal } from '../decimal.ts';
import type { Figure, Missing } from './figure.ts';
import { limits } from './limits.ts';

/** How a file writes numbers, as `datasaet.json` declares it. */
export interface NumberStyle {
  readonly decimal: ',' | '.';
  /** Between groups of three digits; " " stands for every kind of blank. Null: thousands are not marked. */
  readonly thousands: '.' | ',' | ' ' | null;
}

/** What a field of the value column says: a number, or a StatBank symbol. */
export type ReadValue = Pick<Figure, 'value' | 'missing' | 'provisional'>;

/**
 * Why a field is no value: `thousands`: a mark that is not declared; `grouping`: the declared mark, but not between groups
 * of three; `decimal`: the other decimal mark; `both`: marks in an order that cannot be; `unfinished`: nothing before or
 * after the decimal mark; or what it looks like.
 */
export type NumberFault =
  | 'thousands'
  | 'grouping'
  | 'decimal'
  | 'both'
  | 'unfinished'
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

const blank = '[ \\u00a0\\u2007\\u2009\\u202f]';
const blanksAtEnd = new RegExp(`${blank}+$`);

/** Reads a trimmed field of the value column. */
export type ValueReader = (text: string) => ReadValue | NumberFault;

/** Reads values strictly as `style` declares them: what does not fit is a fault, never a guess. */
export function valueReader(style: NumberStyle): ValueReader {
  const pattern = numberPattern(style);
  return (text) => {
    // Longer than any number can be; it also keeps every pattern below fast.
    if (text.length > 2 * limits.digits) return /^[\d.,\s*-]+$/.test(text) ? 'long' : 'other';
    const missing = symbols.get(text);
    if (missing !== undefined) return { value: null, missing, provisional: false };
    const provisional = text.endsWith('*');
    const number = provisional ? text.slice(0, -1).replace(blanksAtEnd, '') : text;
    if (number === '-') return { value: '0', missing: null, provisional };
    const match = pattern.exec(number);
    if (match === null) return diagnose(number, style);
    const [, sign = '', whole = '', fraction = ''] = match;
    const digits = whole.replace(/\D/g, '');
    if (digits.length + fraction.length > limits.digits) return 'long';
    return { value: plainDecimal(sign, digits, fraction), missing: null, provisional };
  };
}

/** Plain decimal text: no zeros before the number, and none is "-0". All decimals are kept. */
function plainDecimal(sign: string, digits: string, fraction: string): Decimal {
  const number = digits.replace(/^0+(?=\d)/, '') + (fraction === '' ? '' : `.${fraction}`);
  return sign !== '' && /[1-9]/.test(number) ? `-${number}` : number;
}

/** Sign, whole part and fraction of a number. A first group of "0" is no group: "0.123" is not 123. */
function numberPattern({ decimal, thousands }: NumberStyle): RegExp {
  const mark = thousands === ' ' ? blank : `\\${thousands}`;
  const grouped = thousands === null ? '' : `|[1-9]\\d{0,2}(?:${mark}\\d{3})+`;
  return new RegExp(`^([-\\u2212]?)(\\d+${grouped})(?:\\${decimal}(\\d+))?$`);
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

function diagnoseMarks(text: string, { decimal, thousands }: NumberStyle): NumberFault {
  const otherMark = decimal === ',' ? '.' : ',';
  const marks = text.replace(/[\d\-−]/g, '');
  if (marks === decimal) return 'unfinished';
  const others = marks.replaceAll(decimal, '').replace(/\s/g, ' ');
  if (others === '') return 'both';
  if (thousands !== null && others.replaceAll(thousands, '') === '')
    return marks.includes(decimal) && !marks.endsWith(decimal) ? 'both' : 'grouping';
  if (marks === otherMark && !/[.,]\d{3}$/.test(text)) return 'decimal';
  return 'thousands';
}

/** What a mark of a `NumberStyle` is called. */
export const markName = (mark: string): string => (mark === ',' ? 'komma' : mark === '.' ? 'punktum' : 'mellemrum');
