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
