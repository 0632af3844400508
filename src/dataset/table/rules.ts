import { regions } from '../../municipalities/index.ts';
import type { AreaReader } from '../areas.ts';
import { type Catalogue, type Series, seriesOf } from '../catalogue.ts';
import type { ExportMapping } from '../datasaet.ts';
import type { Provenance } from '../figure.ts';
import type { NumberStyle } from '../number.ts';
import type { ExportedFile } from '../read/source.ts';
import type { ColumnNames } from './columns.ts';

/** How a file of figures is to be read: its columns, and what the texts in them mean. */
export interface FileRules {
  readonly file: string;
  /** What is said of a file of another program; null for the dataset's own. */
  readonly exported: ExportedFile | null;
  readonly columns: ColumnNames;
  readonly style: NumberStyle;
  readonly subject: (text: string) => Meaning;
  readonly series: (text: string) => Meaning;
  /** Texts that the series column may hold, for the nearest one. */
  readonly seriesTexts: readonly string[];
  /** The series that all rows are of, when no column says it. */
  readonly onlySeries: string | null;
  /** Series by the texts that the columns of `columns.picks` must hold; undefined for any text. */
  readonly picks: readonly { readonly id: string; readonly texts: readonly (string | undefined)[] }[];
  /** Texts that the columns of `columns.selection` must hold for a row to be taken. */
  readonly selection: readonly string[];
  /** Of rows whose file has no such column, or an empty field in it. */
  readonly provenance: Provenance;
  readonly names: ReadonlyMap<string, string>;
  /** The file should name its provenance column "kilde", if it has one. */
  readonly mayHideProvenance: boolean;
  /** What the owner says of an export in `datasaet.json`; null for the dataset's own files. */
  readonly mapping: ExportMapping | null;
}

/** Names of the columns of the dataset's own tables, by the keys of a mapping; `kilde` may be left out. */
export const ownColumns = {
  indikatorer: { kommune: 'kommunekode', serie: 'indikator', tid: 'aar', vaerdi: 'vaerdi' },
  noegletal: { kommune: 'kommunekode', serie: 'noegletal', tid: 'periode', vaerdi: 'vaerdi' },
} as const;

/** Rules of the dataset's own file of a table. */
export function ownRules(file: string, table: Series['table'], catalogue: Catalogue, style: NumberStyle): FileRules {
  const series = seriesOf(catalogue, table);
  const { kommune, serie, tid, vaerdi } = ownColumns[table];
  return {
    file,
    exported: null,
    columns: {
      subject: kommune,
      series: serie,
      time: tid,
      value: vaerdi,
      provenance: 'kilde',
      provenanceOptional: true,
      selection: [],
      picks: [],
    },
    style,
    subject: plainSubject(catalogue),
    series: (text) => series.get(text)?.id ?? null,
    seriesTexts: [...series.keys()],
    onlySeries: null,
    picks: [],
    selection: [],
    provenance: 'officiel',
    names: catalogue.subjects,
    mayHideProvenance: true,
    mapping: null,
  };
}

/** Meaning of a text whose row is passed over: a landsdel, a series that is not wanted. */
export const PASSED = Symbol('passed');

/** What the text of a column means: a code or an id; null when it is not known. */
export type Meaning = string | null | typeof PASSED;

/** Subject or region of a code in the dataset's own tables: three digits, or four with a leading zero as registers write it. */
function plainSubject({ subjects }: Catalogue): (text: string) => string | null {
  const known = [...subjects.keys(), ...regions.map(({ code }) => code)];
  const codes = new Map(known.flatMap((code) => [code, `0${code}`].map((text) => [text, code])));
  return (text) => codes.get(text) ?? null;
}

/** Subject or region of a text in a StatBank export; other areas are passed over, and regions to come. */
export const exportSubject =
  (readArea: AreaReader): ((text: string) => Meaning) =>
  (text) => {
    const area = readArea(text);
    if (area === null) return null;
    if (area.kind === 'region') return regions.find(({ name }) => name === area.name)?.code ?? PASSED;
    return area.kind === 'subject' ? area.code : PASSED;
  };
