import { distance } from 'fastest-levenshtein';
import { toAscii } from './names.ts';

/** Longer input is no misspelled name; it is cut so that the distance stays cheap. */
const LONGEST = 80;

const folded = (text: string): string => toAscii(text.trim().slice(0, LONGEST));

/**
 * The `count` names that look most like `input`, best first: those that begin with it (from three letters), then by
 * edit distance; ties keep the order of `names`. Case and the spelling of æ, ø, å do not count.
 */
export function nearestNames(input: string, names: readonly string[], count = 3): string[] {
  const wanted = folded(input);
  const score = (name: string): number => {
    const key = toAscii(name);
    return wanted.length >= 3 && key.startsWith(wanted) ? 0 : distance(wanted, key);
  };
  return names
    .map((name) => ({ name, score: score(name) }))
    .sort((a, b) => a.score - b.score)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Changes of a character that a slip may have made in a text of this length. */
const slips = (length: number): number => Math.max(1, Math.floor(length / 3));

/** The candidate that `text` most likely is a slip of; null when none is near. */
export function meant(text: string, candidates: readonly string[]): string | null {
  const [best] = text === '' ? [] : nearestByDistance(text, candidates);
  return best !== undefined && best.distance <= slips(toAscii(best.name).length) ? best.name : null;
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

function nearestByDistance(text: string, names: readonly string[]): { name: string; distance: number }[] {
  const wanted = folded(text);
  return names
    .map((name) => ({ name, distance: distance(wanted, toAscii(name)) }))
    .sort((a, b) => a.distance - b.distance);
}
