import { closest, distance } from 'fastest-levenshtein';
import { toAscii } from '../danish/slug.ts';

// C0, DEL, C1, zero-width and direction marks, byte order mark, line separators, lone halves of pairs.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `text` with every character that could steer a terminal or hide shown as "\ufffd", same length. */
export const withoutControls = (text: string): string => text.replace(unsafe, '\ufffd');

/** Text of a file made safe for messages: no control characters, no more than `max` characters. */
export function clean(text: string, max = 60): string {
  const cut = text.length > max ? `${text.slice(0, max - 1)}…` : text;
  return withoutControls(cut);
}

/** Changes of a character that a slip may have made in a text of this length. */
const slips = (length: number): number => Math.max(1, Math.floor(length / 3));

/** The positions of the candidates that `text` may be a slip of, two characters changed over included. */
export function slipsOf(text: string, candidates: readonly string[]): number[] {
  const folded = toAscii(text.slice(0, 80));
  const letters = [...folded].sort().join();
  return candidates.flatMap((candidate, i) => {
    const key = toAscii(candidate);
    const swapped = folded.length === key.length && distance(folded, key) === 2 && [...key].sort().join() === letters;
    return swapped || distance(folded, key) <= slips(key.length) ? [i] : [];
  });
}

/** The candidate that `text` most likely was meant to be; null when none is near. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0 || text === '') return null;
  const folded = toAscii(text.slice(0, 80));
  const keys = candidates.map(toAscii);
  const best = closest(folded, keys);
  const near = distance(folded, best) <= slips(best.length);
  return near ? (candidates[keys.indexOf(best)] ?? null) : null;
}
