import { distance } from 'fastest-levenshtein';
import { toAscii } from './slug.ts';

/** Longer input is no misspelled name; it is cut so that the distance stays cheap. */
const LONGEST = 60;

/**
 * The `count` names that look most like `input`, best first: those that begin with it (from three letters), then by
 * edit distance; ties keep the order of `names`. Case and the spelling of æ, ø, å do not count.
 */
export function nearest(input: string, names: readonly string[], count = 3): string[] {
  const wanted = toAscii(input.trim().slice(0, LONGEST));
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
