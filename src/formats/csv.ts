import { type CsvField, csvFile } from '../csv.ts';
import { withComma } from '../danish/index.ts';
import { type Provenance, placeText } from '../dataset/index.ts';
import {
  type AnnexIndicator,
  type Cell,
  type FigureUse,
  type Report,
  type Row,
  rowsOf,
  sides,
  type YearFigures,
} from '../report/index.ts';

const HEADER = [
  'kommunekode',
  'kommune',
  'tabel',
  'nummer',
  'tekst',
  'kolonne',
  'vaerdi',
  'enhed',
  'trykt',
  'tid',
  'basistid',
  'kilde',
  'foreloebig',
  'tomt',
  'sted',
];

/**
 * The tables as CSV for Danish Excel, one line per cell with a figure or without: `vaerdi` is unrounded with a decimal
 * comma, `trykt` as printed. A number such as 1.1 stands as "Indikator 1.1", which Excel does not take for a date.
 */
export const reportCsv = (report: Report): string =>
  csvFile([HEADER, ...rowsOf(report).flatMap((row) => lines(row, report))]);

function lines({ table, label, text, cells }: Row, { subject }: Report): CsvField[][] {
  const start = [subject.code, subject.name, table, label, text];
  return cells.map(({ heading, cell }) => [...start, heading, ...cellFields(cell)]);
}

function cellFields({ value, unit, text, spoken, blank, figures }: Cell): CsvField[] {
  return [
    value === null ? '' : { number: withComma(value) },
    unit,
    value === null ? text : { number: text },
    timeOf('status', figures),
    timeOf('baseline', figures),
    leastSure(figures),
    figures.some((figure) => figure.provisional) ? 'ja' : 'nej',
    blank === null ? '' : (spoken ?? text),
    figures.map(({ place }) => (place === null ? 'ingen række' : placeText(place))).join(', '),
  ];
}

const timeOf = (role: FigureUse['role'], figures: readonly FigureUse[]): string =>
  figures.find((figure) => figure.role === role)?.time ?? '';

const FROM_LEAST_SURE: readonly Provenance[] = ['eksempel', 'beregnet', 'officiel'];

/** A change is no surer than the least sure of its figures. */
const leastSure = (figures: readonly FigureUse[]): Provenance | '' =>
  FROM_LEAST_SURE.find((one) => figures.some(({ provenance }) => provenance === one)) ?? '';

const YEARS_HEADER = [
  'kommunekode',
  'kommune',
  'nummer',
  'kort',
  'enhed',
  'aar',
  'omraade',
  'omraadenavn',
  'vaerdi',
  'trykt',
  'foreloebig',
  'kilde',
  'tomt',
];

/** What `omraade` says of whose figure a line holds. */
const AREAS = { subject: 'kommune', region: 'region', country: 'hele landet' } as const;

/**
 * The years of a report's annex in tidy form, one line per indicator, year and area, with a figure or without; only the
 * header for a report without an annex.
 */
export const yearsCsv = (report: Report): string =>
  csvFile([
    YEARS_HEADER,
    ...(report.annex?.goals ?? [])
      .flatMap((goal) => goal.indicators)
      .flatMap((indicator) => indicator.history.flatMap((year) => yearLines(indicator, year, report))),
  ]);

function yearLines(
  { id, name, unit }: AnnexIndicator,
  { year, ...figures }: YearFigures,
  report: Report,
): CsvField[][] {
  const { subject, annex } = report;
  const start = [subject.code, subject.name, `Indikator ${id}`, name, unit, String(year)];
  return sides.flatMap((side) => {
    const figure = figures[side];
    if (figure === undefined) return [];
    const { value, text, spoken, provisional, provenance } = figure;
    const area = subject.kind === 'hele-landet' ? AREAS.country : AREAS[side];
    const number = (printed: string): CsvField => (value === null ? '' : { number: printed });
    return [
      [
        ...start,
        area,
        annex?.names[side] ?? '',
        number(withComma(value ?? '')),
        number(text),
        provisional ? 'ja' : 'nej',
        provenance ?? '',
        spoken ?? '',
      ],
    ];
  });
}
