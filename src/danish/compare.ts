import { ACCENTS } from './slug.ts';

/**
 * Danish alphabetical order without the machine's ICU, so that it is the same everywhere: æ, ø, å come last, Aa sorts
 * as Å, blanks and hyphens before letters. Case and accents only decide between names that are alike otherwise.
 */
export function compareDanish(a: string, b: string): number {
  return compareText(sortKey(a), sortKey(b)) || compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b);
}

/** The letters after z are written {, | and }, which follow z in the code table. */
function sortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/g, '{')
    .replace(/[øö]/g, '|')
    .replace(/å|aa/g, '}')
    .replace(/ü/g, 'y')
    .normalize('NFD')
    .replace(ACCENTS, '');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
