import { type CsvColumns, csvOf } from '../csv.ts';
import { withComma } from '../danish/index.ts';
import { placeText } from '../dataset/index.ts';
import { blankText, type Cell, type FigureUse, leastSure, type Report, rowsOf, sides } from '../report/index.ts';

/**
 * The tables as CSV for Danish Excel, one line per cell with a figure or without: `vaerdi` is unrounded with a decimal
 * comma, `trykt` as printed. A number such as 1.1 stands as "Indikator 1.1", which Excel does not take for a date.
 */
export const reportCsv = (report: Report): string => csvOf(cellColumns, cellLines(report));

const cellLines = (report: Report) =>
  rowsOf(report).flatMap((row) => row.cells.map((each) => ({ ...each, row, subject: report.subject })));

const cellColumns: CsvColumns<ReturnType<typeof cellLines>[number]> = {
  kommunekode: ({ subject }) => subject.code,
  kommune: ({ subject }) => subject.name,
  tabel: ({ row }) => row.table,
  nummer: ({ row }) => row.label,
  tekst: ({ row }) => row.text,
  kolonne: ({ heading }) => heading,
  vaerdi: ({ cell: { value } }) => (value === null ? '' : { number: withComma(value) }),
  enhed: ({ cell }) => cell.unit,
  trykt: ({ cell: { value, text } }) => (value === null ? text : { number: text }),
  tid: ({ cell }) => timeOf('status', cell),
  basistid: ({ cell }) => timeOf('baseline', cell),
  kilde: ({ cell }) => leastSure(cell.figures) ?? '',
  foreloebig: ({ cell }) => yesOrNo(cell.figures.some(({ provisional }) => provisional)),
  tomt: ({ cell }) => blankText(cell) ?? '',
  sted: ({ cell }) => cell.figures.map(({ place }) => (place === null ? 'ingen række' : placeText(place))).join(', '),
};

const yesOrNo = (is: boolean): string => (is ? 'ja' : 'nej');

const timeOf = (role: FigureUse['role'], { figures }: Cell): string =>
  figures.find((figure) => figure.role === role)?.time ?? '';

/**
 * The years of a report's annex in tidy form, one line per indicator, year and area, with a figure or without; only the
 * header for a report without an annex.
 */
export const yearsCsv = (report: Report): string => csvOf(yearColumns, yearLines(report));

function yearLines({ annex, subject }: Report) {
  if (annex === null) return [];
  const indicators = annex.goals.flatMap((goal) => goal.indicators);
  return indicators.flatMap((indicator) =>
    indicator.history.flatMap(({ year, ...figures }) =>
      sides.flatMap((side) => {
        const figure = figures[side];
        return figure === undefined ? [] : [{ subject, indicator, year, side, name: annex.names[side] ?? '', figure }];
      }),
    ),
  );
}

const yearColumns: CsvColumns<ReturnType<typeof yearLines>[number]> = {
  kommunekode: ({ subject }) => subject.code,
  kommune: ({ subject }) => subject.name,
  nummer: ({ indicator }) => `Indikator ${indicator.id}`,
  kort: ({ indicator }) => indicator.name,
  enhed: ({ indicator }) => indicator.unit,
  aar: ({ year }) => String(year),
  omraade: ({ side, subject }) => AREAS[subject.kind === 'hele-landet' ? 'country' : side],
  omraadenavn: ({ name }) => name,
  vaerdi: ({ figure: { value } }) => (value === null ? '' : { number: withComma(value) }),
  trykt: ({ figure: { value, text } }) => (value === null ? '' : { number: text }),
  foreloebig: ({ figure }) => yesOrNo(figure.provisional),
  kilde: ({ figure }) => figure.provenance ?? '',
  tomt: ({ figure }) => figure.spoken ?? '',
};

const AREAS = { subject: 'kommune', region: 'region', country: 'hele landet' } as const;
