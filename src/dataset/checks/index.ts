import { baselines } from './baselines.ts';
import { brokenSeries } from './broken-series.ts';
import type { Check } from './check.ts';
import { countryOutside } from './country.ts';
import { fractions } from './fractions.ts';
import { leaps } from './leaps.ts';
import { missingRows } from './missing-rows.ts';
import { periods } from './periods.ts';
import { statusYears } from './status-years.ts';
import { emptyTables, silentSubjects, unusedSeries } from './without-numbers.ts';
import { subjectsWithoutRows } from './without-rows.ts';

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
