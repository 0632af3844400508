/** Keeps the characters around it on one line and draws nothing: it has no glyph in any font. */
export const wordJoiner = '\u2060';

/** Soft hyphen, zero-width space and joiners, direction marks. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Text as it is drawn: composed letters (å, not a and a ring), and nothing that draws nothing. */
export const drawnText = (text: string): string => text.normalize('NFC').replace(invisible, '');

/**
 * Text that breaks at spaces only, and never before a dash between spaces. A line that broke behind a hyphen would be
 * copied as one word ("wellknown"). Before a line break of its own stands a space, for the same reason.
 */
export const unbroken = (text: string): string =>
  drawnText(text)
    .replace(/ *\r?\n/g, ' \n')
    .replace(/ (?=[-–] )/g, '\u00a0')
    .replace(insideWords, wordJoiner);

/** Where pdfmake might break a line though there is no space: beside all that is neither letter nor digit. */
const insideWords = /(?<=[^\s])(?=[^\s\p{L}\p{N}])|(?<=[^\s\p{L}\p{N}])(?=[^\s])/gu;
