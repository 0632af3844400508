import * as v from 'valibot';
import { clean, meant } from '../../danish/index.ts';
import type { Place, Provenance } from '../figure.ts';
import { limits } from '../limits.ts';
import type { NumberStyle } from '../number.ts';
import type { Problem } from '../problem.ts';
import { type Finding, structuralError, warning } from '../problems.ts';
import { type LocatedJson, lineColumns, parseJson, step } from './json.ts';
import { type InfoJson, infoSchema, knownKeys, type StatbankJson, tableSchema } from './schema.ts';

/** `datasaet.json` after its checks, without the digest. */
export interface Declaration {
  readonly edition: string;
  readonly title: string;
  readonly sources: readonly { readonly navn: string; readonly url: string }[];
  readonly statusYears: ReadonlyMap<number, number>;
  readonly style: NumberStyle;
  readonly exports: readonly ExportMapping[];
}

/** How a file exported from StatBank is to be read. */
export interface ExportMapping {
  readonly file: string;
  readonly table: 'indikatorer' | 'noegletal';
  readonly columns: StatbankJson['kolonner'];
  /** Id by the text or code of the series column; null for one that is passed over. Undefined: one series only. */
  readonly series: ReadonlyMap<string, string | null> | undefined;
  /** The series that all rows are of, when no column says it. */
  readonly onlySeries: string | undefined;
  /** Columns whose rows are taken only when they say this text. */
  readonly selection: ReadonlyMap<string, string>;
  readonly style: NumberStyle;
  readonly provenance: Provenance;
  /** Place of the mapping in `datasaet.json`, and of its parts by path. */
  readonly place: (path: string) => Place;
}

export interface ReadInfo {
  /** Null when the file cannot be used at all; not to be trusted when a problem is structural. */
  readonly declaration: Declaration | null;
  readonly problems: readonly Problem[];
}

const FILE = 'datasaet.json';
const EXAMPLE = 'Skriv filen som i docs/data-format.md.';

/** Checks the text of `datasaet.json`. Every fault is structural; unknown keys are warnings. */
export function readInfo(text: string): ReadInfo {
  const json = parseJson(text);
  const where = lineColumns(text);
  if ('message' in json) {
    const place = { file: FILE, ...where(json.offset) };
    const finding = { rule: 'json', message: `Filen er ikke gyldig JSON: ${json.message}`, remedy: EXAMPLE };
    return { declaration: null, problems: [structuralError(place, finding)] };
  }
  const at = (path: string): Place => ({ file: FILE, ...where(placeOf(json, path)) });
  const notes = [...repeatedKeys(json, where), ...unknownKeys(json, at).slice(0, limits.jsonProblems)];
  const result = v.safeParse(infoSchema, json.value);
  const faults = result.success
    ? []
    : result.issues.slice(0, limits.jsonProblems).map((issue) => shapeProblem(issue, at));
  if (!result.success) return { declaration: salvaged(json.value), problems: [...notes, ...faults] };
  return { declaration: declarationOf(result.output, at), problems: notes };
}

/**
 * What the tables need of a file that is wrong elsewhere, so that their problems are found in the same run; the faults
 * are structural all the same. Null when that much cannot be read, or when exports would be missed.
 */
function salvaged(value: unknown): Declaration | null {
  const result = v.safeParse(tableSchema, value);
  if (!result.success) return null;
  const { udgave, decimaltegn, tusindtegn } = result.output;
  return {
    edition: udgave,
    title: '',
    sources: [],
    statusYears: new Map(),
    style: { decimal: decimaltegn, thousands: tusindtegn ?? null },
    exports: [],
  };
}

/** A path as people write it: "kilder[0].url". */
const shownPath = (path: string): string =>
  clean(
    path
      .slice(1)
      .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
      .replaceAll('/', '.')
      .replaceAll('~1', '/')
      .replaceAll('~0', '~'),
  );

/** Offset of a value, or of the nearest thing around it when it is missing. */
function placeOf(json: LocatedJson, path: string): number {
  const own = json.places.get(path);
  if (own !== undefined) return own;
  return path === '' ? 0 : placeOf(json, path.slice(0, path.lastIndexOf('/')));
}

const repeatedKeys = (json: LocatedJson, where: ReturnType<typeof lineColumns>): Problem[] =>
  json.repeated
    .slice(0, limits.jsonProblems)
    .map(({ path, offset }) =>
      structuralError(
        { file: FILE, ...where(offset) },
        { rule: 'datasaet', message: `${shownPath(path)} står to gange.`, remedy: 'Slet den ene.' },
      ),
    );

function unknownKeys(json: LocatedJson, at: (path: string) => Place): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: string, pattern: string): void => {
    if (Array.isArray(value)) value.forEach((item, i) => void visit(item, path + step(i), `${pattern}/*`));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const known = knownKeys.get(pattern);
    for (const [key, item] of Object.entries(value)) {
      if (known !== undefined && !known.includes(key)) {
        problems.push(warning(at(`${path}${step(key)}#`), unknownKey(key, known)));
      } else visit(item, path + step(key), pattern + step(key));
    }
  };
  visit(json.value, '', '');
  return problems;
}

function unknownKey(key: string, known: readonly string[]): Finding {
  const near = meant(key, known);
  return {
    rule: 'ukendt-noegle',
    value: key,
    message: `"${clean(key)}" kendes ikke og bruges ikke.`,
    remedy: near === null ? `Her kan stå: ${known.join(', ')}.` : `Mente du "${near}"?`,
  };
}

function shapeProblem(issue: v.InferIssue<typeof infoSchema>, at: (path: string) => Place): Problem {
  const path = (issue.path ?? []).map((item) => step(item.key as string | number)).join('');
  const missing = issue.received === 'undefined';
  const message =
    path === '' ? `Filen ${issue.message}.` : `${shownPath(path)} ${missing ? 'mangler' : issue.message}.`;
  const finding = { rule: 'datasaet', message, remedy: EXAMPLE };
  const value = missing || typeof issue.input === 'object' ? {} : { value: String(issue.input) };
  return structuralError(at(path), { ...finding, ...value });
}

const declarationOf = (json: InfoJson, at: (path: string) => Place): Declaration => ({
  edition: json.udgave,
  title: json.titel,
  sources: json.kilder.map(({ navn, url }) => ({ navn, url })),
  statusYears: new Map(Object.entries(json.statusaar ?? {}).map(([goal, year]) => [Number(goal), year])),
  style: { decimal: json.decimaltegn, thousands: json.tusindtegn ?? null },
  exports: (json.statbank ?? []).map((mapping, i) =>
    exportMapping(mapping, json, (path) => at(`/statbank/${i}${path}`)),
  ),
});

function exportMapping(json: StatbankJson, whole: InfoJson, place: (path: string) => Place): ExportMapping {
  const own = json.decimaltegn !== undefined;
  return {
    file: json.fil,
    table: json.tabel,
    columns: json.kolonner,
    series: json.serier === undefined ? undefined : new Map(Object.entries(json.serier)),
    onlySeries: json.serie,
    selection: new Map(Object.entries(json.udvalg ?? {})),
    style: {
      decimal: json.decimaltegn ?? whole.decimaltegn,
      thousands: json.tusindtegn ?? (own ? null : (whole.tusindtegn ?? null)),
    },
    provenance: json.kilde ?? 'officiel',
    place,
  };
}
