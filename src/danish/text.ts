// C0, DEL, C1, zero-width and direction marks, byte order mark, line separators, lone halves of pairs.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `text` with every character that could steer a terminal or hide shown as "\ufffd", same length. */
export const withoutControls = (text: string): string => text.replace(unsafe, '\ufffd');

/** The same for a message of several lines, which stay lines. */
export const withoutControlsInLines = (text: string): string => text.split('\n').map(withoutControls).join('\n');

/** Text from outside made safe for messages: no control characters, no more than `max` characters. */
export function clean(text: string, max = 60): string {
  const cut = text.length > max ? `${text.slice(0, max - 1)}…` : text;
  return withoutControls(cut);
}

const blanks = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const hyphens = /(?<=[\p{L}\d])[\u2010\u2011](?=[\p{L}\d])/gu;

/**
 * The text that texts are compared by which look the same: letters composed, without what cannot be seen, every blank a
 * plain one, and so every hyphen in a word.
 */
export function comparable(text: string): string {
  // Most texts are in ASCII, or letters of Latin-1 that cannot be composed further.
  if (!/[^\n -~\u00a1-\u00ac\u00ae-\u00ff]/.test(text)) return text;
  return text.replace(unseen, '').replace(blanks, ' ').replace(hyphens, '-').normalize('NFC').trim();
}

const doubled = /[ÂÃ][^\s\w]/;

/** The text that was meant, when `text` is UTF-8 that somebody has taken for Windows-1252: "KÃ¸ge" is "Køge". Else null. */
export function undoubled(text: string): string | null {
  if (!doubled.test(text)) return null;
  const decoder = new TextDecoder('windows-1252');
  const bytes = new Map(
    Array.from({ length: 128 }, (_, i) => [decoder.decode(Uint8Array.of(i + 128), { stream: true }), i + 128]),
  );
  const meant = Buffer.from([...text].map((one) => bytes.get(one) ?? one.charCodeAt(0))).toString();
  return meant.includes('\ufffd') ? null : meant;
}

/** The same text with a capital first letter. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Arbejde, Uddannelse og Kriminalitet"; `Intl` says the same, but its first answer costs 15 ms. */
export const listText = (items: readonly string[], word: 'og' | 'eller' = 'og'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

/** Numbers in rising order with runs of them as spans: "2012-2014", "2016". */
export function spansOf(numbers: readonly number[]): string[] {
  const spans: [first: number, last: number][] = [];
  for (const number of numbers) {
    const span = spans.at(-1);
    if (span !== undefined && number <= span[1] + 1) span[1] = Math.max(span[1], number);
    else spans.push([number, number]);
  }
  return spans.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
}

/** "2012-2014, 2016 og 2018" */
export const yearsText = (years: readonly number[]): string => listText(spansOf(years));
