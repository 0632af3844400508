import * as v from 'valibot';
import { withoutControls } from '../danish/index.ts';
import { fields } from '../json/index.ts';

/* The kinds of fields that a template has. Messages are Danish ends of a sentence that begins with the path. */

export const anyText = v.pipe(
  v.string('skal være tekst'),
  v.check((value) => withoutControls(value) === value, 'må ikke indeholde linjeskift eller andre styretegn'),
  v.trim(),
  v.maxLength(1000, 'må højst have 1000 tegn'),
);
export const text = v.pipe(anyText, v.nonEmpty('må ikke være tom'));
/** "pct.", or nothing. */
export const unit = v.pipe(anyText, v.maxLength(60, 'må højst have 60 tegn'));
/** A title, a label or a name; longer ones leave no room for figures. */
export const name = v.pipe(text, v.maxLength(300, 'må højst have 300 tegn'));
export const flag = v.boolean('skal være true eller false');
export const url = v.pipe(
  text,
  v.regex(/^https?:\/\/[^\s/]+/, 'skal være en adresse, der begynder med https:// eller http://'),
);
export const year = wholeNumber(1900, 2100);
export const decimals = wholeNumber(0, 6);

export function wholeNumber(least: number, most: number) {
  const message = `skal være et helt tal fra ${least} til ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
}

/** Text in which each of the names must stand in braces, e.g. "{aar}", and no other name. */
export function pattern(...names: string[]) {
  const expected = names.map((name) => `{${name}}`).join(' og ');
  const fits = (value: string): boolean => {
    const found = [...value.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
    return names.every((name) => found.includes(name)) && found.every((name) => names.includes(name));
  };
  return v.pipe(text, v.check(fits, `skal indeholde ${expected} og ingen andre pladsholdere`));
}

export const list = <const S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item, 'skal være en liste'), v.minLength(1, 'må ikke være en tom liste'), v.readonly());

/** A text for each reason that a cell is blank. */
export const blankTexts = fields({
  confidential: ['fortroligt', text],
  unavailable: ['ikkeTilgaengeligt', text],
  impossible: ['kanIkkeForekomme', text],
  empty: ['tomt', text],
  'no-row': ['ingenRaekke', text],
  'not-local': ['opgoeresIkkeLokalt', text],
});
