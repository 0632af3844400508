import { baselines, baselinesNotBefore, blankBaselines, thinBaselines } from './baselines.ts';
import { brokenSeries } from './broken-series.ts';
import type { Check } from './check.ts';
import { countryIsMean, countryOutside, countryUnmoved, sumsTooSmall } from './country.ts';
import { emptiedPlaces } from './emptied.ts';
import { sinceFormer } from './former.ts';
import { fractions } from './fractions.ts';
import { labels } from './labels.ts';
import { leaps } from './leaps.ts';
import { missingRows } from './missing-rows.ts';
import { oddSubjects } from './odd-subjects.ts';
import { oddValues } from './odd-values.ts';
import { periods } from './periods.ts';
import { replacedSeries } from './replaced.ts';
import { statusYears } from './status-years.ts';
import { blankNewest, emptyTables, silentSubjects, subjectsSilentInTable, unusedSeries } from './without-numbers.ts';
import { subjectsWithoutRows } from './without-rows.ts';
import { wrongColumns } from './wrong-columns.ts';

/** The checks of a dataset that could be read. A new one is a function and a line here. */
export const checks: readonly Check[] = [
  labels,
  statusYears,
  periods,
  emptyTables,
  blankNewest,
  baselines,
  baselinesNotBefore,
  fractions,
  subjectsWithoutRows,
  replacedSeries,
  missingRows,
  brokenSeries,
  sinceFormer,
  wrongColumns,
  emptiedPlaces,
  thinBaselines,
  blankBaselines,
  oddSubjects,
  oddValues,
  leaps,
  countryOutside,
  sumsTooSmall,
  countryIsMean,
  countryUnmoved,
  unusedSeries,
  silentSubjects,
  subjectsSilentInTable,
];
