import type { Catalogue } from '../catalogue.ts';
import type { Declaration } from '../datasaet.ts';
import type { Problem } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import { baselines } from './baselines.ts';
import { brokenSeries } from './broken-series.ts';
import { countryOutside } from './country.ts';
import { fractions } from './fractions.ts';
import { leaps } from './leaps.ts';
import { missingRows } from './missing-rows.ts';
import { periods } from './periods.ts';
import { statusYears } from './status-years.ts';
import { emptyTables, silentSubjects, unusedSeries } from './without-numbers.ts';
import { subjectsWithoutRows } from './without-rows.ts';

/** What is wrong, or should be looked at, though each row by itself is right: docs/dataformat.md has the rules. */
export type Check = (tables: Tables, catalogue: Catalogue, declaration: Declaration) => Problem[];

/** The checks of a dataset that could be read. A new one is a function and a line here. */
export const checks: readonly Check[] = [
  statusYears,
  periods,
  emptyTables,
  baselines,
  fractions,
  subjectsWithoutRows,
  missingRows,
  brokenSeries,
  leaps,
  countryOutside,
  unusedSeries,
  silentSubjects,
];
