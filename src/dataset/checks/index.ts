import type { Catalogue } from '../catalogue.ts';
import type { Problem } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import { brokenSeries, jumps } from './neighbours.ts';
import { silentSubjects, unusedSeries } from './without-numbers.ts';

/** What somebody should look at, though no row is wrong: see docs/dataformat.md for each rule's meaning. */
export type Check = (tables: Tables, catalogue: Catalogue) => Problem[];

/** The checks that `valider` makes of a dataset that can be used. A new one is a function and a line here. */
export const checks: readonly Check[] = [brokenSeries, jumps, unusedSeries, silentSubjects];
