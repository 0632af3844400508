import { readFileSync } from 'node:fs';
import type { SeriesText } from '../../../src/dataset/index.ts';
import { municipalities } from '../../../src/municipalities/index.ts';
import { catalogue } from './catalogue.ts';

/** The real ids, the whole country and all municipalities. */
export const wholeCatalogue = {
  ...catalogue,
  subjects: new Map([
    ['000', 'Hele landet'],
    ...municipalities.map(({ code, name }): [string, string] => [code, name]),
  ]),
};

interface TemplateJson {
  readonly maalsaetninger: {
    readonly maal: readonly { readonly indikatorer: readonly { id: string; tekst: string }[] }[];
  };
  readonly noegletal: {
    readonly grupper: readonly { readonly noegletal: readonly { nummer: number; tekst: string }[] }[];
  };
}

const template: TemplateJson = JSON.parse(readFileSync('templates/udviklingsrapport.json', 'utf8'));

/** What the shipped template says its series are. */
export const seriesTexts: readonly SeriesText[] = [
  ...template.maalsaetninger.maal.flatMap(({ indikatorer }) =>
    indikatorer.map(({ id, tekst }): SeriesText => ({ table: 'indikatorer', id, text: tekst })),
  ),
  ...template.noegletal.grupper.flatMap(({ noegletal }) =>
    noegletal.map(({ nummer, tekst }): SeriesText => ({ table: 'noegletal', id: String(nummer), text: tekst })),
  ),
];
