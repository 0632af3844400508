import { exitCode, UserError } from '../errors.ts';
import type { FontSet } from '../pdf/index.ts';
import { leading, type TextStyle } from './style.ts';

/** Text of one look; `whole` keeps its words on one line. */
export interface Piece {
  readonly text: string;
  readonly style: TextStyle;
  readonly whole?: boolean;
}

/** A part of piece number `piece` on one line, `x` from the line's start. A line that goes on ends with its space. */
export interface Fragment {
  readonly piece: number;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export type Line = readonly Fragment[];

/** Distance between the baselines of these pieces. */
export const lineHeight = (pieces: readonly Piece[]): number =>
  Math.max(...pieces.map((piece) => piece.style.size)) * leading;

interface Word {
  readonly piece: number;
  readonly text: string; // with the spaces behind it
  readonly solid: number; // width without them
  readonly width: number;
  readonly glued: boolean; // no line break before it
}

type Measure = (text: string) => number;

/**
 * A dash between spaces stays with the word before it, as Danish rules of typesetting want. Lines break at spaces
 * only: a break behind a hyphen ("ikke-vestlig") would be copied as "ikkevestlig".
 */
function wordsOf(pieces: readonly Piece[], fonts: FontSet): Word[] {
  const words: Word[] = [];
  let openEnd = true; // a break is possible here
  for (const [index, piece] of pieces.entries()) {
    const measure: Measure = (text) => fonts.measure(text, piece.style.font, piece.style.size);
    const texts = piece.whole === true ? [piece.text] : splitBehindSpaces(piece.text);
    for (const [at, text] of texts.entries()) {
      if (text === '') continue;
      const solidText = withoutSpacesBehind(text);
      const isDash = solidText === '-' || solidText === '–';
      const glued = (at === 0 && !openEnd) || (isDash && words.length > 0);
      words.push({ piece: index, text, solid: measure(solidText), width: measure(text), glued });
      openEnd = text.endsWith(' ');
    }
  }
  return words;
}

/** Each part ends with the spaces behind it. */
function splitBehindSpaces(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', start)) {
    let next = space + 1;
    while (text.charAt(next) === ' ') next++;
    if (next >= text.length) break;
    parts.push(text.slice(start, next));
    start = next;
  }
  return [...parts, text.slice(start)];
}

function withoutSpacesBehind(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === ' ') end--;
  return text.slice(0, end);
}

/** Words that no line break parts: a list of lists. */
function chunksOf(words: readonly Word[]): Word[][] {
  const chunks: Word[][] = [];
  for (const word of words) {
    const last = chunks.at(-1);
    if (word.glued && last !== undefined) last.push(word);
    else chunks.push([word]);
  }
  return chunks;
}

const solidWidth = (chunk: readonly Word[]): number =>
  chunk.reduce((sum, word, at) => sum + (at === chunk.length - 1 ? word.solid : word.width), 0);

/** A chunk too wide for any line, cut between characters: ugly, but nothing is lost or drawn over the next column. */
function cut(chunk: readonly Word[], width: number, pieces: readonly Piece[], fonts: FontSet): Word[][] {
  if (solidWidth(chunk) <= width) return [[...chunk]];
  return chunk.flatMap((word) => {
    const style = pieces[word.piece]?.style;
    if (style === undefined || word.solid <= width) return [[word]];
    if (number.test(word.text)) throw tooWide(word.text);
    return cutText(word.text, width, (text) => fonts.measure(text, style.font, style.size)).map((text) => {
      const measured = fonts.measure(text, style.font, style.size);
      return [{ piece: word.piece, text, solid: measured, width: measured, glued: false }];
    });
  });
}

/** Half a number reads as another number. */
const number = /^-?\d[\d.,]* *$/;

const tooWide = (text: string): UserError =>
  new UserError(
    exitCode.data,
    `Tallet ${text.trim()} er for langt til sin kolonne i rapporten. Kontrollér det i datasættet.`,
  );

function cutText(text: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of text) {
    const advance = measure(character);
    if (part !== '' && used + advance > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += advance;
  }
  return [...parts, part];
}

function fill(chunks: readonly Word[][], width: number): Word[][] {
  const lines: Word[][] = [];
  let room = -1;
  for (const chunk of chunks) {
    const last = lines.at(-1);
    if (last !== undefined && solidWidth(chunk) <= room) last.push(...chunk);
    else {
      lines.push([...chunk]);
      room = width;
    }
    room -= chunk.reduce((sum, word) => sum + word.width, 0);
  }
  return lines;
}

/** Neighbouring words of one piece become one fragment, drawn and copied as one. */
function fragmentsOf(words: readonly Word[]): Line {
  const fragments: { piece: number; text: string; x: number; width: number }[] = [];
  let x = 0;
  for (const word of words) {
    const last = fragments.at(-1);
    if (last?.piece === word.piece) {
      last.text += word.text;
      last.width += word.width;
    } else fragments.push({ piece: word.piece, text: word.text, x, width: word.width });
    x += word.width;
  }
  return fragments;
}

/** Breaks pieces into lines at most `width` wide, in points. Errors: `UserError` 65 for a number that does not fit. */
export function breakLines(pieces: readonly Piece[], width: number, fonts: FontSet): Line[] {
  const chunks = chunksOf(wordsOf(pieces, fonts)).flatMap((chunk) => cut(chunk, width, pieces, fonts));
  return fill(chunks, width).map(fragmentsOf);
}
