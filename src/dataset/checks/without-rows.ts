import { type Catalogue, COUNTRY } from '../catalogue.ts';
import { info, type Problem, rowError, wholeFile } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import type { Check } from './check.ts';
import { MANY, municipalitiesOf, namesOf, subjectsIn, subjectsText } from './rows.ts';

const rule = 'kommune-uden-raekker';
const remedy = 'Se efter, om filen er skåret over; skriv rækker med "..", hvor tal er diskretioneret.';

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

/** Finds the subjects that have no row, or rows in one table only. */
export function withoutRows({ indicators, keyFigures }: Tables, catalogue: Catalogue): WithoutRows {
  const [inIndicators, inKeyFigures] = [subjectsIn(indicators), subjectsIn(keyFigures)];
  const all = [...catalogue.subjects.keys()];
  const inAny = new Set([...inIndicators, ...inKeyFigures]);
  const told = [
    ...shared(
      all.filter((code) => inAny.has(code) && !inIndicators.has(code)),
      'indikatorer',
      'noegletal',
      catalogue,
    ),
    ...shared(
      all.filter((code) => inAny.has(code) && !inKeyFigures.has(code)),
      'noegletal',
      'indikatorer',
      catalogue,
    ),
    ...absent(inAny, catalogue),
  ];
  const untold = all.filter((code) => !inAny.has(code) && !told.some(({ codes }) => codes.includes(code)));
  const errors = new Map<string, Problem>();
  for (const { codes, problem } of [
    ...told,
    ...untold.map((code) => ({ codes: [code], problem: noRows([code], catalogue) })),
  ]) {
    const error = stopping(problem);
    for (const code of codes) errors.set(code, error);
  }
  const country = inKeyFigures.has(COUNTRY) ? undefined : errors.get(COUNTRY);
  return {
    errors,
    ofAll: country !== undefined && isMany(inAny) ? [country] : [],
    problems: told.map(({ problem }) => problem),
    told: new Set(told.flatMap(({ codes }) => codes)),
  };
}

/** A problem and the subjects that it is about. */
interface Told {
  readonly codes: readonly string[];
  readonly problem: Problem;
}

const isMany = (codes: ReadonlySet<string>): boolean => codes.size - (codes.has(COUNTRY) ? 1 : 0) >= MANY;

function shared(codes: readonly string[], lacks: string, other: string, catalogue: Catalogue): Told[] {
  if (codes.length === 0) return [];
  const message = `${subjectsText(codes, catalogue)} har rækker i ${other}, men ingen i ${lacks}${names(codes, catalogue)}.`;
  return [{ codes, problem: rowError(wholeFile(`${lacks}.csv`), { rule, value: codes.join(', '), message, remedy }) }];
}

/**
 * The subjects without a row: an error where most municipalities have some. Of a dataset of a few municipalities the
 * others are left out on purpose.
 */
function absent(present: ReadonlySet<string>, catalogue: Catalogue): Told[] {
  const codes = [...catalogue.subjects.keys()].filter((code) => !present.has(code));
  const municipalities = municipalitiesOf(catalogue);
  const local = municipalities.filter((code) => present.has(code)).length;
  if (codes.length === 0) return [];
  const isFew = local * 2 < municipalities.length && present.size > 0;
  if (isFew) return [{ codes, problem: fewOnly(local, municipalities.length) }];
  return local < MANY && present.size > 0 ? [] : [{ codes, problem: noRows(codes, catalogue) }];
}

const noRows = (codes: readonly string[], catalogue: Catalogue): Problem => {
  const message = `${subjectsText(codes, catalogue)} har ingen rækker${names(codes, catalogue)}.`;
  return rowError(wholeFile('indikatorer.csv'), { rule, value: codes.join(', '), message, remedy });
};

/** What stops the report of a subject that `valider` only mentions as left out. */
const stopping = (problem: Problem): Problem =>
  problem.severity === 'error'
    ? problem
    : rowError(problem.place, {
        rule,
        message: `${problem.message} Denne er ikke en af dem.`,
        remedy: 'Tilføj rækker for den.',
      });

/** A dataset that lacks rows for some, as `valider` tells it. */
export const subjectsWithoutRows: Check = (tables, catalogue) => [...withoutRows(tables, catalogue).problems];

const fewOnly = (present: number, all: number): Problem =>
  info(wholeFile('indikatorer.csv'), {
    rule,
    message: `Datasættet har kun rækker for ${present} af ${all} kommuner.`,
    remedy: 'De andre får ingen rapport. Der skal ikke gøres noget, hvis det er meningen.',
  });

const names = (codes: readonly string[], catalogue: Catalogue): string =>
  codes.length === 1 ? '' : `: ${namesOf(codes, catalogue)}`;
