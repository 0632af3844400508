import { type Catalogue, COUNTRY, type Series, seriesOf } from '../catalogue.ts';
import type { Provenance } from '../figure.ts';
import type { NumberStyle } from '../number.ts';
import type { ColumnNames } from './columns.ts';

/** How a file of figures is to be read: its columns, and what the texts in them mean. */
export interface FileRules {
  readonly file: string;
  readonly columns: ColumnNames;
  readonly style: NumberStyle;
  readonly subject: (text: string) => Meaning;
  readonly series: (text: string) => Meaning;
  /** Texts that the series column may hold, for the nearest one. */
  readonly seriesTexts: readonly string[];
  /** The series that all rows are of, when no column says it. */
  readonly onlySeries: string | null;
  /** Texts that the columns of `columns.selection` must hold for a row to be taken. */
  readonly selection: readonly string[];
  /** Of rows whose file has no such column, or an empty field in it. */
  readonly provenance: Provenance;
  readonly names: ReadonlyMap<string, string>;
  /** The file should name its provenance column "kilde", if it has one. */
  readonly mayHideProvenance: boolean;
}

/** Rules of the dataset's own file of a table. */
export function ownRules(file: string, table: Series['table'], catalogue: Catalogue, style: NumberStyle): FileRules {
  const series = seriesOf(catalogue, table);
  return {
    file,
    columns: {
      subject: 'kommunekode',
      series: table === 'indikatorer' ? 'indikator' : 'noegletal',
      time: table === 'indikatorer' ? 'aar' : 'periode',
      value: 'vaerdi',
      provenance: 'kilde',
      provenanceOptional: true,
      selection: [],
    },
    style,
    subject: plainSubject(catalogue),
    series: (text) => series.get(text)?.id ?? null,
    seriesTexts: [...series.keys()],
    onlySeries: null,
    selection: [],
    provenance: 'officiel',
    names: catalogue.subjects,
    mayHideProvenance: true,
  };
}

/** Meaning of a text whose row is passed over: a region, a landsdel, a series that is not wanted. */
export const PASSED = Symbol('passed');

/** What the text of a column means: a code or an id; null when it is not known. */
export type Meaning = string | null | typeof PASSED;

/** Subject of a code in the dataset's own tables: three digits, or four with a leading zero as registers write it. */
export function plainSubject({ subjects }: Catalogue): (text: string) => string | null {
  const codes = new Map([...subjects.keys()].flatMap((code) => [code, `0${code}`].map((text) => [text, code])));
  return (text) => codes.get(text) ?? null;
}

/** Regions 081-085 and landsdele 01-11 as StatBank writes them: code, name or both. No other number is passed over. */
const areaCode = /^(?:08[1-5]|0[1-9]|1[01])$/;
const areaWithCode = /^(?:08[1-5]|0[1-9]|1[01])[ \u00a0]+(.+)$/;
const areaName = /^(?:Region|Landsdel) .+$/;
const landsdele = new Set([
  'Byen København',
  'Københavns omegn',
  'Nordsjælland',
  'Østsjælland',
  'Vest- og Sydsjælland',
  'Fyn',
  'Sydjylland',
  'Østjylland',
  'Vestjylland',
  'Nordjylland',
  'Bornholm',
]);
const isAreaName = (text: string): boolean => areaName.test(text) || landsdele.has(text);
const isArea = (text: string): boolean => areaCode.test(text) || isAreaName(areaWithCode.exec(text)?.[1] ?? text);

/** Subject of a text in a StatBank export: "161", "Glostrup" or "161 Glostrup"; the code decides, the name must fit. */
export function exportSubject(catalogue: Catalogue): (text: string) => Meaning {
  const byCode = plainSubject(catalogue);
  const byName = new Map([...catalogue.subjects].map(([code, name]) => [name, code]));
  byName.set('Hele landet', COUNTRY);
  return (text) => {
    const known = byName.get(text) ?? byCode(text);
    if (known !== null) return known;
    const [, code = '', name = ''] = /^(\d{3,4})[ \u00a0]+(.+)$/.exec(text) ?? [];
    const named = byCode(code);
    if (named !== null && byName.get(name) === named) return named;
    return isArea(text) ? PASSED : null;
  };
}
