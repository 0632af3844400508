import type { Measure } from '../catalogue.ts';
import { limits } from '../limits.ts';
import { markName, type NumberFault, type NumberStyle } from '../number.ts';
import { quoted } from './phrases.ts';
import { stopsSubject } from './rule.ts';

const sample = (style: NumberStyle): string => `12${style.decimal}5`;
const declared = (style: NumberStyle): string =>
  `Datasættets decimaltegn er ${markName(style.decimal)}, og tusindtegnet er ${
    style.thousands === null ? 'ikke sat' : markName(style.thousands)
  }.`;

/** What is wrong with a value that is no number, by the likeliest reason. */
export const notANumber = stopsSubject<[fault: NumberFault, text: string, style: NumberStyle]>(
  'ikke-et-tal',
  (fault, text, style) => {
    const [what, remedy] = faults[fault](style);
    return { value: text, message: `${quoted(text)} ${what}`, remedy };
  },
);

/** How the sentence about the field ends, and what to do. */
type FaultWording = (style: NumberStyle) => readonly [what: string, remedy: string];

const faults: Readonly<Record<NumberFault, FaultWording>> = {
  thousands: (style) => [
    `er ikke et sikkert tal: det har et tegn, der ikke er angivet. ${declared(style)}`,
    `Skriv tallet uden tusindtegn (1234${style.decimal}5), eller angiv "tusindtegn" i datasaet.json.`,
  ],
  grouping: () => [
    'er ikke et sikkert tal: der skal stå tre cifre efter hvert tusindtegn.',
    'Ret tallet, eller skriv det uden tusindtegn.',
  ],
  decimal: (style) => [
    `har et andet decimaltegn end datasættets. ${declared(style)}`,
    `Skriv som ${sample(style)}, eller ret "decimaltegn" i datasaet.json, hvis hele filen er skrevet sådan.`,
  ],
  both: (style) => ['er ikke et tal.', `Skriv ét tal med højst ét decimaltegn, som ${sample(style)}.`],
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
};

const notAPercentage = stopsSubject<[text: string]>('procent', (text) => ({
  value: text,
  message: `${quoted(text)} kan ikke være en procent: den skal ligge mellem 0 og 100.`,
  remedy: /^[-−]/.test(text)
    ? 'Ret tallet. Er to serier byttet om? Et gab kan være negativt.'
    : 'Ret tallet. Hvis det er et antal, hører det til et andet nøgletal.',
}));

const notAGap = stopsSubject<[text: string]>('gab', (text) => ({
  value: text,
  message: `${quoted(text)} kan ikke være et gab: det skal ligge mellem -100 og 100.`,
  remedy: 'Ret tallet.',
}));

const notACount = stopsSubject<[text: string]>('antal', (text) => ({
  value: text,
  message: `${quoted(text)} kan ikke være et antal: det er ${/^[-−]/.test(text) ? 'negativt' : 'ikke et helt tal'}.`,
  remedy: 'Skriv et helt tal, 0 eller større.',
}));

/** A number that cannot be what its series measures. */
export const outOfRange = { percentage: notAPercentage, gap: notAGap, count: notACount } satisfies Record<
  Measure,
  unknown
>;
