import { toAscii } from '../../danish/index.ts';

/** Words that say nothing of what a series is about. */
const empty: ReadonlySet<string> = new Set(
  'af alle alt andel andelen antal blandt der efter en er et for fra har hele hvis i ialt lande med og om paa pct personer procent pr som til total ved'.split(
    ' ',
  ),
);

/** The words and numbers of a text, without the empty ones; "25-64-årige" gives "25", "64" and "aarige". */
export const wordsOf = (text: string): string[] =>
  toAscii(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !empty.has(word));

/** True when two words are forms of one: numbers are alike, words have most of their beginning in common. */
function isSameWord(a: string, b: string): boolean {
  if (/\d/.test(a + b)) return a === b;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common >= 3 && common >= 0.75 * Math.max(a.length, b.length);
}

/** The words of `text` that `other` has too. */
function shared(text: string, other: string): string[] {
  const theirs = wordsOf(other);
  return wordsOf(text).filter((word) => theirs.some((their) => isSameWord(word, their)));
}

/** True when the texts share a word that is no number; as ages do, numbers alone are alike by chance. */
export const sharesWord = (text: string, other: string): boolean =>
  shared(text, other).some((word) => !/^\d+$/.test(word));

/** True when the texts share a span, as "25-64 år" and "25-64-årige" do. */
export const sharesSpan = (text: string, other: string): boolean => shared(text, other).length > 1;

/** The part of the words of `text` that `other` has too, each weighed by `weight`: from 0 to 1. */
export function likeness(text: string, other: string, weight: (word: string) => number): number {
  const sum = (some: readonly string[]): number => some.reduce((total, word) => total + weight(word), 0);
  const all = sum(wordsOf(text));
  return all === 0 ? 0 : sum(shared(text, other)) / all;
}

/** Weighs a word by how few of the texts have it: 0 when all have, or one out of two. */
export function rarity(texts: readonly string[]): (word: string) => number {
  const words = texts.map(wordsOf);
  return (word) => {
    const having = words.filter((some) => some.some((other) => isSameWord(word, other))).length;
    return Math.max(0, Math.log(words.length / (2 * Math.max(1, having))));
  };
}
