import { distance } from 'fastest-levenshtein';

/** Danish letters written with a-z, lower case: æ→ae, ø→oe, å→aa (and ä, ö as æ, ø); other accents are dropped. */
export function toAscii(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** A name for files, in a-z, 0-9 and "-": "Høje-Taastrup" → "hoeje-taastrup". Empty when nothing is left. */
export function slug(text: string): string {
  return toAscii(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Danish alphabetical order: æ, ø, å come last, and Aa sorts as Å. */
export const compareDanish = (a: string, b: string): number => a.localeCompare(b, 'da');

/** Longer input is no misspelled name; it is cut so that the distance stays cheap. */
const LONGEST = 80;

/** Text as names are compared: case and the spelling of æ, ø, å do not count. */
const folded = (text: string): string => toAscii(text.trim().slice(0, LONGEST));

/**
 * The `count` names that `input` may stand for, best first: those with a word that begins with it (from three letters),
 * then those that it may be a slip of. Empty when it resembles none.
 */
export function nearestNames(input: string, names: readonly string[], count = 3): string[] {
  const wanted = folded(input);
  const begins = (key: string): boolean =>
    wanted.length >= 3 && ` ${key}`.replaceAll('-', ' ').includes(` ${wanted.replaceAll('-', ' ')}`);
  return ranked(names, (key) => (begins(key) ? 0 : distance(wanted, key)))
    .filter(({ isSlip }) => isSlip)
    .slice(0, count)
    .map(({ name }) => name);
}

/** All the names, those that look most like `input` first. */
export function byLikeness(input: string, names: readonly string[]): string[] {
  const wanted = folded(input);
  return ranked(names, (key) => distance(wanted, key)).map(({ name }) => name);
}

/** The candidate that `text` most likely is a slip of; null when none is near. */
export function meant(text: string, candidates: readonly string[]): string | null {
  const wanted = folded(text);
  const [best] = text === '' ? [] : ranked(candidates, (key) => distance(wanted, key));
  return best?.isSlip ? best.name : null;
}

/** The positions of the candidates that `text` may be a slip of, two characters changed over included. */
export function slipsOf(text: string, candidates: readonly string[]): number[] {
  const wanted = folded(text);
  const letters = [...wanted].sort().join();
  return candidates.flatMap((candidate, i) => {
    const key = toAscii(candidate);
    const swapped = wanted.length === key.length && distance(wanted, key) === 2 && [...key].sort().join() === letters;
    return swapped || distance(wanted, key) <= slips(key.length) ? [i] : [];
  });
}

/** Changes of a character that a slip may have made in a text of this length. */
const slips = (length: number): number => Math.max(1, Math.floor(length / 3));

/** Names by the score of their folded text, lowest first, equal ones in their order; and whether each may be a slip. */
const ranked = (names: readonly string[], scoreOf: (key: string) => number) =>
  names
    .map((name) => {
      const key = toAscii(name);
      const score = scoreOf(key);
      return { name, score, isSlip: score <= slips(key.length) };
    })
    .sort((a, b) => a.score - b.score);
