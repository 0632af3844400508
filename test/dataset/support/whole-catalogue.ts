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
