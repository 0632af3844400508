import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import { wholeFile } from '../place.ts';
import type { Tables } from '../read-tables.ts';
import { fewMunicipalities, inOneTableOnly, noRows, notAmongTheFew } from '../rules/missing.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, localCodes, subjectsIn } from './check.ts';
import { MANY } from './series-numbers.ts';

/** The subjects whose report would be blank, or half blank, for want of rows. */
export interface WithoutRows {
  /** The error that stops a subject's report; subjects that have the same cause share it. */
  readonly errors: ReadonlyMap<string, Problem>;
  /** Errors that stop all reports of municipalities: they have a column of the whole country's figures. */
  readonly ofAll: readonly Problem[];
  /** All problems found, errors included. */
  readonly problems: readonly Problem[];
  /** The subjects that `problems` are about. */
  readonly codes: ReadonlySet<string>;
}

/** Subjects that lack rows for the same cause. */
interface Lack {
  readonly codes: readonly string[];
  /** What stops their reports. */
  readonly error: Problem;
  /** The problem that they are; null when they are left out on purpose. */
  readonly problem: Problem | null;
}

/** Finds the subjects that have no row, or rows in one table only. */
export function subjectsLackingRows({ indicators, keyFigures }: Tables, catalogue: Catalogue): WithoutRows {
  const [inIndicators, inKeyFigures] = [subjectsIn(indicators), subjectsIn(keyFigures)];
  const inAny = new Set([...inIndicators, ...inKeyFigures]);
  const all = [...catalogue.subjects.keys()];
  const onlyIn = (has: ReadonlySet<string>, lacks: ReadonlySet<string>): string[] =>
    all.filter((code) => has.has(code) && !lacks.has(code));
  const lacks = [
    ...halves(onlyIn(inKeyFigures, inIndicators), 'noegletal', 'indikatorer', catalogue),
    ...halves(onlyIn(inIndicators, inKeyFigures), 'indikatorer', 'noegletal', catalogue),
    ...absent(inAny, catalogue),
  ];
  const errors = new Map(lacks.flatMap(({ codes, error }) => codes.map((code) => [code, error])));
  const country = inKeyFigures.has(COUNTRY) ? undefined : errors.get(COUNTRY);
  const isMany = inAny.size - (inAny.has(COUNTRY) ? 1 : 0) >= MANY;
  return {
    errors,
    ofAll: country !== undefined && isMany ? [country] : [],
    problems: lacks.flatMap(({ problem }) => problem ?? []),
    codes: new Set(lacks.flatMap(({ codes, problem }) => (problem === null ? [] : codes))),
  };
}

/** A dataset that lacks rows for some. */
export const subjectsWithoutRows: Check = ({ withoutRows }) => [...withoutRows.problems];

/** Subjects that have rows in one table only. */
function halves(codes: readonly string[], has: Series['table'], lacks: Series['table'], catalogue: Catalogue): Lack[] {
  if (codes.length === 0) return [];
  const error = inOneTableOnly.at(wholeFile(`${lacks}.csv`), codes, has, lacks, catalogue);
  return [{ codes, error, problem: error }];
}

/**
 * The subjects without a row: an error where most municipalities have some. Of a dataset of a few municipalities the
 * others are left out on purpose.
 */
function absent(present: ReadonlySet<string>, catalogue: Catalogue): Lack[] {
  const codes = [...catalogue.subjects.keys()].filter((code) => !present.has(code));
  if (codes.length === 0) return [];
  const all = localCodes(catalogue);
  const local = all.filter((code) => present.has(code)).length;
  const place = wholeFile('indikatorer.csv');
  if (local * 2 < all.length && present.size > 0) {
    const [error, problem] = [notAmongTheFew, fewMunicipalities].map((rule) => rule.at(place, local, all.length));
    return [{ codes, error: error as Problem, problem: problem as Problem }];
  }
  if (local < MANY && present.size > 0)
    return codes.map((code) => ({ codes: [code], error: noRows.at(place, [code], catalogue), problem: null }));
  const error = noRows.at(place, codes, catalogue);
  return [{ codes, error, problem: error }];
}
