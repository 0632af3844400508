import * as v from 'valibot';
import { comparable } from '../danish/index.ts';
import { checkJson, type JsonDocument, type JsonPath, type LineColumn, parseJson, pathText } from '../json/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { DatasetInfo, Publication } from './dataset.ts';
import { type DatasaetJson, datasaetSchema, type StatbankJson, tableSchema } from './declaration-schema.ts';
import type { Provenance } from './figure.ts';
import { limits } from './limits.ts';
import type { NumberStyle } from './number.ts';
import type { Place } from './place.ts';
import { nameTwice, notJson, unknownKey, wrongShape } from './rules/declaration.ts';
import type { Acceptance, Problem, Rule } from './rules/rule.ts';

/** `datasaet.json` after its checks. */
export interface Declaration extends Omit<DatasetInfo, 'digest'> {
  /** By rule, and series or subject, the times or editions at which the owner has found the numbers right all the same. */
  readonly accepted: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Folder of the dataset of the edition before, as `datasaet.json` names it; null when it names none. */
  readonly former: string | null;
  /** Of rows of the dataset's own files that do not say it themselves; null when nothing is said. */
  readonly provenance: Provenance | null;
  readonly style: NumberStyle;
  readonly exports: readonly ExportMapping[];
  /** Place in `datasaet.json` of what stands at a path. */
  readonly place: (path: JsonPath) => Place;
}

/** How a file exported from StatBank is to be read. */
export interface ExportMapping {
  readonly file: string;
  readonly table: 'indikatorer' | 'noegletal';
  /** Times stand as columns. */
  readonly isWide: boolean;
  readonly sheet: string | undefined;
  /** Whether a workbook's hidden rows are read. */
  readonly hidden: 'med' | 'uden' | undefined;
  readonly columns: StatbankJson['kolonner'];
  /** Id by the text or code of the series column; null for one that is passed over. */
  readonly series: ReadonlyMap<string, string | null> | undefined;
  /** Series that several columns tell together; rows of none of them are passed over. */
  readonly picks: readonly SeriesPick[];
  /** The series that all rows are of, when no column says it. */
  readonly onlySeries: string | undefined;
  /** Columns whose rows are taken only when they say this text. */
  readonly selection: ReadonlyMap<string, string>;
  /** Texts of the column of areas whose rows are passed over. */
  readonly passed: ReadonlySet<string>;
  /** Its series are taken from this file only, not from the dataset's own. */
  readonly replaces: boolean;
  readonly style: NumberStyle;
  /** Of rows that do not say it themselves; null when nothing is said. */
  readonly provenance: Provenance | null;
  /** Place of the mapping in `datasaet.json`, and of its parts by path. */
  readonly place: (path: JsonPath) => Place;
}

/** The texts that a row's columns must hold to be of a series. */
export interface SeriesPick {
  readonly id: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** Whether the owner has found all right that would meet the rule. */
export const isAccepted = ({ accepted }: Declaration, { id }: Rule, all: Acceptance): boolean =>
  all.length > 0 && all.every(([key, code]) => accepted.get(id)?.get(key)?.includes(code));

export interface ReadDeclaration {
  /** Null when the file cannot be used at all; not to be trusted when a problem stops everything. */
  readonly declaration: Declaration | null;
  readonly problems: readonly Problem[];
}

export const DATASAET = 'datasaet.json';

/** Checks the text of `datasaet.json`. Every fault stops everything; unknown keys are warnings. */
export function readDeclaration(text: string, { goals, indicators, keyFigures, subjects }: Catalogue): ReadDeclaration {
  const json = parseJson(text);
  if ('message' in json) {
    return { declaration: null, problems: [notJson.at(inFile(json.place), json.message)] };
  }
  const series = [...indicators.keys(), ...keyFigures.keys()];
  const schema = datasaetSchema([...goals.keys()], [...keyFigures.keys()].map(Number), series, [...subjects.keys()]);
  const { output, wrong, unknown } = checkJson(schema, json);
  const problems = [
    ...first(json.repeated, ({ path, place }) => nameTwice.at(inFile(place), pathText(path))),
    ...first(unknown, ({ name, known, place }) => unknownKey.at(inFile(place), name, known)),
    ...first(wrong, ({ path, place, what, given }) => {
      const value = given === undefined || typeof given === 'object' ? undefined : String(given);
      return wrongShape.at(inFile(place), pathText(path), what, value);
    }),
  ];
  return { declaration: output === undefined ? salvaged(json) : declarationOf(output, json), problems };
}

const first = <T>(found: readonly T[], problemOf: (one: T) => Problem): Problem[] =>
  found.slice(0, limits.jsonProblems).map(problemOf);

const inFile = (at: LineColumn): Place => ({ file: DATASAET, ...at });

/**
 * What the tables need of a file that is wrong elsewhere, so that their problems are found in the same run. Null when that much cannot be read, or when exports would be missed.
 */
function salvaged(json: JsonDocument): Declaration | null {
  const result = v.safeParse(tableSchema, json.value);
  return result.success ? declarationOf({ titel: '', kilder: [], ...result.output }, json) : null;
}

function declarationOf(json: DatasaetJson, { placeOf }: JsonDocument): Declaration {
  const place = (path: JsonPath): Place => inFile(placeOf(path));
  return {
    edition: json.udgave,
    title: json.titel,
    sources: json.kilder,
    statusYears: new Map(Object.entries(json.statusaar ?? {}).map(([goal, year]) => [Number(goal), year])),
    periods: new Map(Object.entries(json.perioder ?? {})),
    publication: publicationOf(json.publikation),
    notes: new Map(
      Object.entries(json.noter ?? {}).map(([id, { kilde = null, note = null }]) => [id, { source: kilde, note }]),
    ),
    accepted: new Map(
      Object.entries(json.accepter ?? {}).map(([rule, times]) => [
        rule,
        new Map(Object.entries(times ?? {}).map(([key, codes]) => [key, [codes].flat()])),
      ]),
    ),
    former: json.forrige ?? null,
    provenance: json.kilde ?? null,
    style: { decimal: json.decimaltegn, thousands: json.tusindtegn ?? null },
    place,
    exports: (json.statbank ?? []).map((mapping, i) =>
      exportMapping(mapping, json, (path) => place(['statbank', i, ...path])),
    ),
  };
}

function publicationOf(json: DatasaetJson['publikation']): Publication | null {
  if (json === undefined) return null;
  const { udgiver = null, kontakt, licens = null, adresse, tilgaengelighed = null } = json;
  return {
    publisher: udgiver,
    contact: kontakt ?? null,
    licence: licens,
    address: adresse?.replace(/\/*$/, '/') ?? null,
    accessibility: tilgaengelighed,
  };
}

function exportMapping(json: StatbankJson, whole: DatasaetJson, place: (path: JsonPath) => Place): ExportMapping {
  const series = new Map<string, string | null>();
  const picks: SeriesPick[] = [];
  for (const [key, value] of Object.entries(json.serier ?? {})) {
    if (value === null || typeof value === 'string') series.set(comparable(key), value);
    else picks.push({ id: key, texts: new Map(comparableEntries(value)) });
  }
  // A mapping with a decimal mark of its own does not take over the dataset's mark of thousands.
  const thousands = json.decimaltegn === undefined ? whole.tusindtegn : undefined;
  return {
    file: json.fil,
    table: json.tabel,
    isWide: json.form === 'bred',
    sheet: json.ark,
    hidden: json.skjulte,
    columns: Object.fromEntries(comparableEntries(json.kolonner)) as StatbankJson['kolonner'],
    series: series.size === 0 ? undefined : series,
    picks,
    onlySeries: json.serie,
    selection: new Map(comparableEntries(json.udvalg ?? {})),
    passed: new Set((json.oversete ?? []).map(comparable)),
    replaces: json.erstatter === true,
    style: { decimal: json.decimaltegn ?? whole.decimaltegn, thousands: json.tusindtegn ?? thousands ?? null },
    provenance: json.kilde ?? null,
    place,
  };
}

/** Names and texts as those of the file are compared. */
const comparableEntries = (texts: Readonly<Record<string, string | undefined>>): [string, string][] =>
  Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[comparable(name), comparable(text)]]));
