import type { Decimal } from '../decimal.ts';
import type { Figure, Missing } from './figure.ts';
import { limits } from './limits.ts';
import { type ProblemText, quoted } from './problem.ts';

/** How a file writes numbers, as `datasaet.json` declares it. */
export interface NumberStyle {
  readonly decimal: ',' | '.';
  /** Between groups of three digits; " " stands for every kind of blank. Null: thousands are not marked. */
  readonly thousands: '.' | ',' | ' ' | null;
}

/** What a field of the value column says: a number, or a StatBank symbol. */
export type Value = Pick<Figure, 'value' | 'missing' | 'provisional'>;

/** Why a field is no value. */
export type NumberFault = keyof typeof faultTexts;

const symbols: ReadonlyMap<string, Missing> = new Map([
  ['', 'empty'],
  ['.', 'impossible'],
  ['..', 'confidential'],
  ['...', 'unavailable'],
]);

const blank = '[ \\u00a0\\u2007\\u2009\\u202f]';
const blanksAtEnd = new RegExp(`${blank}+$`);

/** Reads a trimmed field of the value column. */
export type ValueReader = (text: string) => Value | NumberFault;

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
const sample = (style: NumberStyle): string => `12${style.decimal}5`;
const declared = (style: NumberStyle): string =>
  `Datasættets decimaltegn er ${markName(style.decimal)}, og tusindtegnet er ${
    style.thousands === null ? 'ikke sat' : markName(style.thousands)
  }.`;

/** What is wrong with a value that is no number. */
export function notANumber(fault: NumberFault, text: string, style: NumberStyle): ProblemText {
  const [what, remedy] = faultTexts[fault](style);
  return { rule: 'ikke-et-tal', value: text, message: `${quoted(text)} ${what}`, remedy };
}

/** How the sentence about the field ends, and what to do. */
type FaultText = (style: NumberStyle) => readonly [what: string, remedy: string];

const faultTexts = {
  /** A mark that is not declared. */
  thousands: (style) => [
    `er ikke et sikkert tal: det har et tegn, der ikke er angivet. ${declared(style)}`,
    `Skriv tallet uden tusindtegn (1234${style.decimal}5), eller angiv "tusindtegn" i datasaet.json.`,
  ],
  /** The declared mark, but not between groups of three. */
  grouping: () => [
    'er ikke et sikkert tal: der skal stå tre cifre efter hvert tusindtegn.',
    'Ret tallet, eller skriv det uden tusindtegn.',
  ],
  /** The other decimal mark. */
  decimal: (style) => [
    `har et andet decimaltegn end datasættets. ${declared(style)}`,
    `Skriv som ${sample(style)}, eller ret "decimaltegn" i datasaet.json, hvis hele filen er skrevet sådan.`,
  ],
  /** Marks in an order that cannot be. */
  both: (style) => ['er ikke et tal.', `Skriv ét tal med højst ét decimaltegn, som ${sample(style)}.`],
  /** Nothing before or after the decimal mark. */
  unfinished: (style) => [
    'er ikke et tal.',
    `Skriv cifre på begge sider af decimaltegnet, som ${sample(style)} eller 0${style.decimal}5.`,
  ],
  plus: () => ['er ikke et tal.', 'Skriv tallet uden plus.'],
  dash: () => ['begynder med en tankestreg, ikke et minus.', 'Skriv minus som "-".'],
  exponent: () => ['er skrevet med eksponent.', 'Skriv tallet ud, fx 1000 i stedet for 1e3.'],
  'not-finite': () => [
    'er ikke et tal.',
    'Skriv et tal, eller ".." hvis tallet er diskretioneret, "..." hvis det ikke foreligger.',
  ],
  unit: (style) => ['er skrevet med enhed.', `Skriv kun tallet, som ${sample(style)}.`],
  long: () => [`har mere end ${limits.digits} cifre.`, 'Skriv tallet med færre cifre.'],
  other: (style) => [
    'er ikke et tal.',
    `Skriv et tal som ${sample(style)}, et af tegnene "-", ".", ".." og "...", eller lad feltet stå tomt.`,
  ],
} satisfies Readonly<Record<string, FaultText>>;
