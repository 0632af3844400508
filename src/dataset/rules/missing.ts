import { capitalise, clean, listText, type Period, periodText } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import {
  acceptSeries,
  alsoOf,
  EMPTIED,
  namesAfter,
  namesOf,
  type SeriesId,
  seriesName,
  seriesNames,
  subjectName,
  subjectsText,
} from './phrases.ts';
import { remarks, stopsAll, stopsSubject, warns } from './rule.ts';

/** Rows and numbers that are missing, though others have them. */

type Table = Series['table'];

/** All may follow from wrong rows. */
const follows = { follows: 'wrong rows' } as const;

type Baseline = readonly [year: number, ids: readonly string[]];

const sayBaseline = (...[year, ids]: Baseline) => ({
  value: String(year),
  message: `Der er ingen række for basisåret ${year} for indikator ${listText(ids)}, så udviklingen bliver tom i alle rapporter.`,
  remedy: `Hent også ${year}, eller skriv rækker med "..", hvis tallene ikke findes.`,
});

export const baselineWithoutRows = warns<Baseline>('basisaar-uden-tal', sayBaseline, follows);
export const noBaselineAtAll = stopsAll<Baseline>('basisaar-uden-tal', sayBaseline, follows);

/** Years, "2013-2015, 2020", that subjects lack between two that they have; `value` is the text of the row after them. */
type Break = readonly [id: string, missing: string, codes: readonly string[], value: string, catalogue: Catalogue];

export const seriesBroken = warns<Break>(
  'brudt-serie',
  (id, missing, codes, value, catalogue) => ({
    value,
    message:
      codes.length === 1
        ? `${subjectsText(codes, catalogue)}, indikator ${id}: ${missing} mangler, men findes for de fleste andre.`
        : `Indikator ${id}: ${missing} mangler for ${subjectsText(codes, catalogue)}, men findes for de fleste andre: ${namesOf(codes, catalogue)}.`,
    remedy: 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret.',
  }),
  follows,
);

export const missingRow = warns<
  [table: Table, id: string, when: string, missing: readonly string[], catalogue: Catalogue]
>(
  'manglende-raekke',
  (table, id, when, missing, catalogue) => ({
    value: id,
    message: `${seriesName({ table, id })}: ${subjectsText(missing, catalogue)} mangler en række for ${when}${namesAfter(missing, catalogue)}.`,
    remedy:
      'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret. Ellers bliver feltet tomt. Udelader filen nuller, så skriv dem som 0.',
  }),
  follows,
);

/** A series that many municipalities of its table have no row of, and `of` how many these are. */
export const fewHaveRow = warns<
  [series: SeriesId, time: Period, when: string, missing: readonly string[], of: number, catalogue: Catalogue]
>(
  'faa-kommuner',
  (series, time, when, missing, of, catalogue) => {
    const have = of - missing.length;
    return {
      value: series.id,
      message: `${seriesName(series)}: ${have === 0 ? 'ingen' : `kun ${have}`} af de ${of} kommuner i ${series.table} har en række for ${when}, så feltet bliver tomt for ${subjectsText(missing, catalogue)}${namesAfter(missing, catalogue)}.`,
      remedy:
        'Er filen afkortet, eller er kommuner faldet ud af udvalget? Hent den igen. Skriv rækker med "..", hvor tal er diskretioneret.',
      accept: acceptSeries([series], time),
    };
  },
  { ...follows, isAcceptable: true },
);

/** What a file that replaces a series has of it, and what the dataset's own file has. */
export interface Replacing {
  readonly file: string;
  readonly areas: readonly [now: number, before: number];
  readonly newest: readonly [now: Period, before: Period];
}

/** A series of which the file that replaces it has far fewer areas, or not the newest time. */
export const replacedByLess = warns<
  [series: SeriesId, what: 'areas' | 'newest', replacing: Replacing, others: readonly SeriesId[]]
>(
  'erstattet-af-mindre',
  (series, what, { file, areas, newest }, others) => {
    const name = clean(file);
    const less =
      what === 'areas'
        ? `har kun rækker for ${areas[0]} ${areas[0] === 1 ? 'område' : 'områder'}; de rækker i ${series.table}, som den erstatter, er for ${areas[1]}`
        : `har ingen rækker efter ${periodText(newest[0])}; de rækker i ${series.table}, som den erstatter, går til ${periodText(newest[1])}`;
    return {
      value: series.id,
      message: `${seriesName(series)}: ${name} ${less}.${alsoOf(others)}`,
      remedy: `Hent hele tabellen i ${name}, eller slet "erstatter". Er det ${name}, der er rigtig, så slet seriens rækker i ${series.table}.`,
    };
  },
  follows,
);

/** A subject that lacks many rows: how many, and of which series of each table. */
export const missingRowsOfSubject = warns<
  [code: string, count: number, series: ReadonlyMap<Table, readonly string[]>, catalogue: Catalogue]
>(
  'manglende-raekke',
  (code, count, series, catalogue) => {
    const where = [...series].map(([table, ids]) => seriesName({ table, id: listText(ids) }).toLowerCase());
    return {
      value: code,
      message: `${subjectName(code, catalogue)} mangler ${count} rækker, som de fleste andre har: ${where.join(' og ')}.`,
      remedy: 'Kontrollér, om filen er afkortet. Skriv rækker med "..", hvor tal er diskretioneret.',
    };
  },
  follows,
);

export const emptyTable = stopsAll<[table: Table]>(
  'tabel-uden-tal',
  (table) => ({
    message: `Ingen række i ${table} har et tal, så halvdelen af hver rapport ville blive tom.`,
    remedy: 'Hent tabellen igen, eller kontrollér, om kolonnen med tallene er den rigtige.',
  }),
  follows,
);

export const seriesUnused = warns<[table: Table, id: string]>(
  'ubrugt',
  (table, id) => ({
    value: id,
    message: `Der er ingen tal for ${seriesName({ table, id }).toLowerCase()}.`,
    remedy: 'Tilføj tallene, hvis de findes. Ellers bliver feltet tomt i alle rapporter.',
  }),
  follows,
);

/** Series that many have rows of at `time`, all without a number, so that an earlier time is shown. */
export const newestBlank = warns<[series: readonly SeriesId[], time: Period, shown: Period]>(
  'nyeste-uden-tal',
  (series, time, shown) => ({
    value: time.code,
    message: `${capitalise(seriesNames(series))}: alle rækker for ${periodText(time)} er uden tal, så rapporterne viser ${periodText(shown)}.`,
    remedy: EMPTIED,
    accept: acceptSeries(series, time),
  }),
  { ...follows, isAcceptable: true },
);

export const silentSubject = warns<[code: string, catalogue: Catalogue]>(
  'ingen-tal',
  (code, { subjects }) => ({
    value: code,
    message: `${code === COUNTRY ? '' : 'Kommunen '}${subjects.get(code)} (${code}) har ingen tal.`,
    remedy: 'Tilføj tallene. Ellers bliver rapporten tom.',
  }),
  follows,
);

export const silentInTable = warns<[code: string, table: Table, other: Table, own: number, catalogue: Catalogue]>(
  'ingen-tal',
  (code, table, other, own, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)} har ingen tal i ${table}, men tal for ${own} serier i ${other}.`,
    remedy: EMPTIED,
  }),
  follows,
);

const lookForCut = 'Kontrollér, om filen er afkortet. Skriv rækker med "..", hvor tal er diskretioneret.';

const sayLack = (codes: readonly string[], what: string, catalogue: Catalogue) => ({
  value: codes.join(', '),
  message: `${subjectsText(codes, catalogue)} ${what}${namesAfter(codes, catalogue)}.`,
  remedy: lookForCut,
});

export const noRows = stopsSubject<[codes: readonly string[], catalogue: Catalogue]>(
  'kommune-uden-raekker',
  (codes, catalogue) => sayLack(codes, 'har ingen rækker', catalogue),
  follows,
);

export const inOneTableOnly = stopsSubject<[codes: readonly string[], has: Table, lacks: Table, catalogue: Catalogue]>(
  'kommune-uden-raekker',
  (codes, has, lacks, catalogue) => sayLack(codes, `har rækker i ${has}, men ingen i ${lacks}`, catalogue),
  follows,
);

type Few = readonly [local: number, all: number];
const fewText = (...[local, all]: Few): string => `Datasættet har kun rækker for ${local} af ${all} kommuner.`;

export const fewMunicipalities = remarks<Few>(
  'kommune-uden-raekker',
  (...few) => ({
    message: fewText(...few),
    remedy: 'De andre får ingen rapport. Du behøver ikke gøre noget, hvis det er meningen.',
  }),
  follows,
);

export const notAmongTheFew = stopsSubject<Few>(
  'kommune-uden-raekker',
  (...few) => ({ message: `${fewText(...few)} Denne er ikke en af dem.`, remedy: 'Tilføj rækker for den.' }),
  follows,
);
