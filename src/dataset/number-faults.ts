import { limits } from './limits.ts';
import type { NumberFault, NumberStyle } from './number.ts';

const name = (mark: string): string => (mark === ',' ? 'komma' : mark === '.' ? 'punktum' : 'mellemrum');
const sample = (style: NumberStyle): string => `12${style.decimal}5`;
const declared = (style: NumberStyle): string =>
  `Datasættets decimaltegn er ${name(style.decimal)}, og tusindtegnet er ${
    style.thousands === null ? 'ikke sat' : name(style.thousands)
  }.`;

/** What is wrong with a value that is no number, and what to do, in Danish. `shown` is the value in quotes. */
export function numberFaultText(
  fault: NumberFault,
  shown: string,
  style: NumberStyle,
): { message: string; remedy: string } {
  const plain = { message: `${shown} er ikke et tal.`, remedy: '' };
  switch (fault) {
    case 'thousands':
      return {
        message: `${shown} er ikke et sikkert tal: det har et tegn, der ikke er angivet. ${declared(style)}`,
        remedy: `Skriv tallet uden tusindtegn (1234${style.decimal}5), eller angiv "tusindtegn" i datasaet.json.`,
      };
    case 'grouping':
      return {
        message: `${shown} er ikke et sikkert tal: der skal stå tre cifre efter hvert tusindtegn.`,
        remedy: 'Ret tallet, eller skriv det uden tusindtegn.',
      };
    case 'decimal':
      return {
        message: `${shown} har et andet decimaltegn end datasættets. ${declared(style)}`,
        remedy: `Skriv som ${sample(style)}, eller ret "decimaltegn" i datasaet.json, hvis hele filen er skrevet sådan.`,
      };
    case 'both':
      return { ...plain, remedy: `Skriv ét tal med højst ét decimaltegn, som ${sample(style)}.` };
    case 'unfinished':
      return {
        ...plain,
        remedy: `Skriv cifre på begge sider af decimaltegnet, som ${sample(style)} eller 0${style.decimal}5.`,
      };
    case 'plus':
      return { ...plain, remedy: 'Skriv tallet uden plus.' };
    case 'dash':
      return { message: `${shown} begynder med en tankestreg, ikke et minus.`, remedy: 'Skriv minus som "-".' };
    case 'exponent':
      return { message: `${shown} er skrevet med eksponent.`, remedy: 'Skriv tallet ud, fx 1000 i stedet for 1e3.' };
    case 'not-finite':
      return {
        ...plain,
        remedy: 'Skriv et tal, eller ".." hvis tallet er diskretioneret, "..." hvis det ikke foreligger.',
      };
    case 'unit':
      return { message: `${shown} er skrevet med enhed.`, remedy: `Skriv kun tallet, som ${sample(style)}.` };
    case 'long':
      return { message: `${shown} har mere end ${limits.digits} cifre.`, remedy: 'Skriv tallet med færre cifre.' };
    case 'other':
      return {
        ...plain,
        remedy: `Skriv et tal som ${sample(style)}, et af tegnene "-", ".", ".." og "...", eller lad feltet stå tomt.`,
      };
  }
}
