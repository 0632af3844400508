import { byLikeness, clean, meant } from '../../danish/index.ts';
import type { Series } from '../catalogue.ts';
import { kindOfSeries, NOTHING_TO_DO, shortList } from './phrases.ts';
import { remarks, stopsAll } from './rule.ts';

/** What is wrong with the columns of a file, and with what `datasaet.json` says of an export's. */

/** Stands in a mapping that was begun for the user, where something has to be filled in. */
export const TO_FILL = 'UDFYLD';

export const unusedColumns = remarks<[names: readonly string[]]>('ekstra-kolonne', (names) => ({
  message: `${names.length === 1 ? 'Kolonnen' : 'Kolonnerne'} ${shortList(names.map(inQuotes))} bruges ikke.`,
  remedy: NOTHING_TO_DO,
}));

export const columnTwice = stopsAll<[name: string]>('dobbelt-kolonne', (name) => ({
  value: name,
  message: `Kolonnen "${clean(name)}" står to gange.`,
  remedy: 'Slet eller omdøb den ene.',
}));

const lacking = (name: string, remedy: string, what = 'mangler') => ({
  value: name,
  message: `Kolonnen "${clean(name)}" ${what}.`,
  remedy,
});

export const missingColumn = stopsAll<[name: string, found: readonly string[]]>('mangler-kolonne', (name, found) => {
  const near = meant(name, found);
  if (near !== null) return lacking(name, `Der står "${clean(near)}". Ret navnet til "${clean(name)}".`);
  const shown = clean(shortList(found), 120);
  return lacking(name, `Filens første linje skal navngive kolonnerne. Her står: ${shown}.`);
});

/** A file of StatBank's is never mended: the mapping that names a column which it has not got is. */
export const columnNotInExport = stopsAll<[name: string, file: string, found: readonly string[]]>(
  'mangler-kolonne',
  (name, file, found) => {
    const named = found.filter((text) => text !== '');
    const columns = shortList(byLikeness(name, named).map(inQuotes));
    return lacking(name, `Ret navnet her til en af filens kolonner: ${columns}.`, `findes ikke i ${clean(file)}`);
  },
);

/** The head is one field: all its columns are missing for one reason, which the first of them tells. */
export const unsplitHead = stopsAll<[first: string, head: string]>('mangler-kolonne', (first, head) => {
  const marks = { '\t': 'tabulator', '|': 'lodret streg' };
  const [, mark] = Object.entries(marks).find(([one]) => head.includes(one)) ?? [];
  const remedy =
    mark === undefined
      ? 'Skil felterne med semikolon, eller skriv "sep=," som første linje, hvis de er skilt med komma.'
      : `Felterne er skilt med ${mark}. Gem tabellen som "CSV UTF-8 (semikolonsepareret)".`;
  return lacking(first, remedy);
});

export const stillToFill = stopsAll('statbank', {
  value: TO_FILL,
  message: `Her står stadig ${TO_FILL}.`,
  remedy:
    'Skriv en af filens tekster eller kolonner, eller indikatorens eller nøgletallets nummer. "barometer-report tilpas" viser dem.',
});

export const unknownId = stopsAll<[id: string, known: readonly string[]]>('statbank', (id, known) => {
  const near = meant(id, known);
  return {
    value: id,
    message: `"${clean(id)}" er ikke i skabelonen.`,
    remedy: near === null ? `Kendte: ${known.join(', ')}.` : `Mente du "${near}"?`,
  };
});

export const ofOtherTable = stopsAll<[id: string, table: Series['table']]>('statbank', (id, table) => ({
  value: id,
  message: `${id} er ${kindOfSeries(table)}, men "tabel" siger noget andet.`,
  remedy: `Ret "tabel" til "${table}", eller ret nummeret.`,
}));

export const oneWay = stopsAll('statbank', {
  message: 'Der skal stå enten "serier" (teksterne i en kolonne) eller "serie" (hele filen er én serie).',
  remedy: 'Skriv den ene af dem, se docs/dataformat.md.',
});

export const mixedSeries = stopsAll('statbank', {
  message: '"serier" har både tekster med numre og numre med kolonner.',
  remedy: 'Skriv dem alle på samme måde, se docs/dataformat.md.',
});

export const noSeriesColumn = stopsAll('statbank', {
  message: 'Med "serier" skal "kolonner" også have "serie".',
  remedy: 'Skriv navnet på den kolonne, som teksterne står i.',
});

export const sameMarks = stopsAll('statbank', {
  message: '"tusindtegn" må ikke være det samme som "decimaltegn".',
  remedy: 'Ret det ene.',
});

export const ownFile = stopsAll<[file: string]>('statbank', (file) => ({
  value: file,
  message: `"${clean(file)}" læses allerede.`,
  remedy: 'indikatorer.csv og noegletal.csv læses af sig selv. Slet dem fra listen.',
}));

export const sameRows = stopsAll<[first: string, second: string]>('statbank', (first, second) => ({
  value: second,
  message: `En række kan være både ${clean(first)} og ${clean(second)}: ingen kolonne skiller dem.`,
  remedy: 'Skriv forskellige tekster for en af kolonnerne.',
}));

/** A text of the mapping that no row of the file has in its column. */
interface Unmet {
  readonly file: string;
  readonly column: string;
  readonly text: string;
  /** The different texts of the column. */
  readonly found: readonly string[];
}

const sayUnmet = (key: string, so: string, { file, column, text, found }: Unmet) => ({
  value: text,
  message: `Ingen række i ${clean(file)} har "${clean(text)}" i kolonnen "${clean(column)}", så ${so}.`,
  remedy: `Ret "${key}" i datasaet.json til en af kolonnens tekster: ${listed(text, found)}.`,
});

const withoutFigures = (id: string): string => `${clean(id)} ville være uden tal`;

export const selectionUnmet = stopsAll<[Unmet]>(
  'udvalg-uden-traef',
  (unmet) => sayUnmet('udvalg', 'ingen bliver taget med', unmet),
  { leads: 'all' },
);

export const seriesUnmet = stopsAll<[Unmet, id: string]>(
  'serie-uden-traef',
  (unmet, id) => sayUnmet('serier', withoutFigures(id), unmet),
  { leads: 'all' },
);

/** Each of the texts stands in some row, but no row has them all. */
export const pickUnmet = stopsAll<[file: string, id: string, texts: readonly string[]]>(
  'serie-uden-traef',
  (file, id, texts) => ({
    value: id,
    message: `Ingen række i ${clean(file)} har ${texts.map((text) => `"${clean(text)}"`).join(' og ')} sammen, så ${withoutFigures(id)}.`,
    remedy: 'Ret "serier" i datasaet.json til tekster, der står i samme række i filen.',
  }),
  { leads: 'all' },
);

export const noFigureInExport = stopsAll<[file: string, rows: number]>(
  'fil-uden-tal',
  (file, rows) => {
    if (rows === 0)
      return {
        value: file,
        message: `${clean(file)} har ingen rækker under kolonnernes navne.`,
        remedy: 'Hent filen igen med tal i, eller fjern den fra "statbank" i datasaet.json.',
      };
    return {
      value: file,
      message: `${clean(file)} giver ingen tal: ${rows === 1 ? 'filens ene række er' : `filens ${rows} rækker er alle`} sprunget over.`,
      remedy:
        'Kontrollér, at "udvalg" og "serier" i datasaet.json passer sammen, og at filen har kommuner og ikke kun regioner.',
    };
  },
  { leads: 'all' },
);

/** The texts of a column, those that look most like `wanted` first. */
const listed = (wanted: string, texts: readonly string[]): string =>
  shortList(byLikeness(wanted, texts).map((text) => (text === '' ? '(tom)' : inQuotes(text))));

const inQuotes = (text: string): string => `"${clean(text)}"`;
