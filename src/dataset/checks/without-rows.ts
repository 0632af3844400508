import { type Catalogue, COUNTRY } from '../catalogue.ts';
import { info, type Problem, rowError, wholeFile } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import { type Check, MANY, municipalitiesOf, namesAfter, subjectsIn, subjectsText } from './check.ts';

const rule = 'kommune-uden-raekker';

/** The subjects whose report would be blank, or half blank, for want of rows. */
export interface WithoutRows {
  /** The error that stops a subject's report; subjects that have the same cause share it. */
  readonly errors: ReadonlyMap<string, Problem>;
  /** Errors that stop all reports of municipalities: they have a column of the whole country's figures. */
  readonly ofAll: readonly Problem[];
  /** For `valider`, errors included. */
  readonly problems: readonly Problem[];
  /** The subjects that `problems` are about. */
  readonly told: ReadonlySet<string>;
}

/** Subjects that lack rows for the same cause. */
interface Lack {
  readonly codes: readonly string[];
  /** What stops their reports. */
  readonly error: Problem;
  /** What `valider` says of them; null when they are left out on purpose. */
  readonly told: Problem | null;
}

/** Finds the subjects that have no row, or rows in one table only. */
export function withoutRows({ indicators, keyFigures }: Tables, catalogue: Catalogue): WithoutRows {
  const [inIndicators, inKeyFigures] = [subjectsIn(indicators), subjectsIn(keyFigures)];
  const inAny = new Set([...inIndicators, ...inKeyFigures]);
  const all = [...catalogue.subjects.keys()];
  const onlyIn = (has: ReadonlySet<string>, lacks: ReadonlySet<string>): string[] =>
    all.filter((code) => has.has(code) && !lacks.has(code));
  const lacks = [
    ...halves(onlyIn(inKeyFigures, inIndicators), 'indikatorer', 'noegletal', catalogue),
    ...halves(onlyIn(inIndicators, inKeyFigures), 'noegletal', 'indikatorer', catalogue),
    ...absent(inAny, catalogue),
  ];
  const errors = new Map(lacks.flatMap(({ codes, error }) => codes.map((code) => [code, error])));
  const country = inKeyFigures.has(COUNTRY) ? undefined : errors.get(COUNTRY);
  const isMany = inAny.size - (inAny.has(COUNTRY) ? 1 : 0) >= MANY;
  return {
    errors,
    ofAll: country !== undefined && isMany ? [country] : [],
    problems: lacks.flatMap(({ told }) => told ?? []),
    told: new Set(lacks.flatMap(({ codes, told }) => (told === null ? [] : codes))),
  };
}

/** A dataset that lacks rows for some, as `valider` tells it. */
export const subjectsWithoutRows: Check = (tables, catalogue) => [...withoutRows(tables, catalogue).problems];

/** Subjects that have rows in one table only. */
function halves(codes: readonly string[], lacks: string, other: string, catalogue: Catalogue): Lack[] {
  if (codes.length === 0) return [];
  const what = `har rækker i ${other}, men ingen i ${lacks}`;
  const error = lacking(codes, what, lacks, catalogue);
  return [{ codes, error, told: error }];
}

/**
 * The subjects without a row: an error where most municipalities have some. Of a dataset of a few municipalities the
 * others are left out on purpose.
 */
function absent(present: ReadonlySet<string>, catalogue: Catalogue): Lack[] {
  const codes = [...catalogue.subjects.keys()].filter((code) => !present.has(code));
  const municipalities = municipalitiesOf(catalogue);
  const local = municipalities.filter((code) => present.has(code)).length;
  const noRows = (of: readonly string[]): Problem => lacking(of, 'har ingen rækker', 'indikatorer', catalogue);
  if (codes.length === 0) return [];
  if (local * 2 < municipalities.length && present.size > 0) {
    const message = `Datasættet har kun rækker for ${local} af ${municipalities.length} kommuner.`;
    const remedy = 'De andre får ingen rapport. Der skal ikke gøres noget, hvis det er meningen.';
    const place = wholeFile('indikatorer.csv');
    const ofOne = { rule, message: `${message} Denne er ikke en af dem.`, remedy: 'Tilføj rækker for den.' };
    return [{ codes, error: rowError(place, ofOne), told: info(place, { rule, message, remedy }) }];
  }
  if (local < MANY && present.size > 0)
    return codes.map((code) => ({ codes: [code], error: noRows([code]), told: null }));
  const error = noRows(codes);
  return [{ codes, error, told: error }];
}

const lacking = (codes: readonly string[], what: string, table: string, catalogue: Catalogue): Problem =>
  rowError(wholeFile(`${table}.csv`), {
    rule,
    value: codes.join(', '),
    message: `${subjectsText(codes, catalogue)} ${what}${namesAfter(codes, catalogue)}.`,
    remedy: 'Se efter, om filen er skåret over; skriv rækker med "..", hvor tal er diskretioneret.',
  });
