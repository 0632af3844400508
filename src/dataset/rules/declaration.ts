import { clean } from '../../danish/index.ts';
import { nameHint } from '../../json/index.ts';
import { stopsAll, warns } from './rule.ts';

/** What is wrong with `datasaet.json`. */

const EXAMPLE = 'Skriv filen som i docs/dataformat.md.';

export const notJson = stopsAll<[reason: string]>('json', (reason) => ({
  message: `Filen er ikke gyldig JSON: ${reason}`,
  remedy: EXAMPLE,
}));

export const jsonIsNoText = stopsAll('json', { message: 'Filen er ikke en tekstfil.', remedy: EXAMPLE });

/** A name that stands twice in one object, by its path. */
export const nameTwice = stopsAll<[path: string]>('datasaet', (path) => ({
  message: `${path} står to gange.`,
  remedy: 'Slet den ene.',
}));

/** What stands at a path, "" for the file as a whole, cannot be what it should be; `what` ends the sentence. */
export const wrongShape = stopsAll<[path: string, what: string, value: string | undefined]>(
  'datasaet',
  (path, what, value) => ({ message: `${path === '' ? 'Filen' : path} ${what}.`, remedy: EXAMPLE, value }),
);

export const unknownKey = warns<[key: string, known: readonly string[]]>('ukendt-noegle', (key, known) => ({
  value: key,
  message: `"${clean(key)}" kendes ikke og bruges ikke.`,
  remedy: nameHint(key, known),
}));
