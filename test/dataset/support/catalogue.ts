import type { Catalogue } from '../../../src/dataset/index.ts';
import { catalogue as wholeCatalogue } from '../../helpers/report.ts';

/** The shipped template's series, the whole country and all municipalities. */
export { wholeCatalogue };

const only = <T>(all: ReadonlyMap<string, T>, ...keys: string[]): Map<string, T> =>
  new Map([...all].filter(([key]) => keys.includes(key)));

/** The same of six subjects. */
export const catalogue: Catalogue = {
  ...wholeCatalogue,
  subjects: only(wholeCatalogue.subjects, '000', '101', '161', '169', '400', '492'),
};

/** A catalogue of a few subjects and series, all of which the folders of test/bad-datasets have figures for. */
export const smallCatalogue: Catalogue = {
  ...wholeCatalogue,
  subjects: only(wholeCatalogue.subjects, '000', '161', '169', '492'),
  indicators: only(wholeCatalogue.indicators, '1.1', '1.2', '8.1'),
  keyFigures: only(wholeCatalogue.keyFigures, '13', '16'),
};
