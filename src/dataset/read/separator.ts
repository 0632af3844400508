export type Separator = ';' | ',' | '\t';

/** Lines of a file's beginning that are looked at. */
const LINES = 100;

/**
 * What separates the fields of a table whose text begins with `start`. A semicolon or tab where most lines have one: a
 * comma may be a decimal mark there. Otherwise a comma, if lines have one outside quotes.
 */
export function separatorOf(start: string): Separator {
  const lines = start.split(/\r\n|\r|\n/, LINES).filter((line) => line.trim() !== '');
  const bare = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  const most = (mark: Separator): boolean => 2 * bare.filter((line) => line.includes(mark)).length >= bare.length;
  if (most(';')) return ';';
  if (most('\t')) return '\t';
  return bare.some((line) => line.includes(';')) && !most(',') ? ';' : ',';
}
