import { withComma } from '../danish/index.ts';
import type { Provenance } from '../dataset/figure.ts';
import { csvPart, csvText } from './csv-field.ts';
import { placeText } from './explain-words.ts';
import type { Cell, FigureUse, GoalsTable, KeyFigureTable, Report } from './report.ts';

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

const SURENESS: Readonly<Record<Provenance, number>> = { officiel: 0, beregnet: 1, eksempel: 2 };

/**
 * The tables as CSV for Danish Excel, one line per cell with a figure or without: `vaerdi` is unrounded with a decimal
 * comma, `trykt` as printed. A number such as 1.1 stands as "Indikator 1.1", which Excel does not take for a date.
 */
export function reportCsv({ subject, goals, keyFigures }: Report): string {
  const whose = csvPart([subject.code, subject.name]);
  const lines = [...goalLines(goals), ...keyFigures.flatMap(keyFigureLines)];
  return csvText([csvPart(HEADER), ...lines.map((line) => `${whose};${line}`)]);
}

function goalLines({ caption, columns, goals }: GoalsTable): string[] {
  return goals
    .flatMap((goal) => goal.indicators)
    .flatMap(({ id, text, status, change }) => {
      const label = csvPart([caption, `Indikator ${id}`, text]);
      return [cellLine(label, columns.status, status), cellLine(label, columns.change, change)];
    });
}

function keyFigureLines({ heading, columns, rows }: KeyFigureTable): string[] {
  return rows.flatMap((row) => {
    const label = csvPart([heading, row.label, row.text]);
    return row.cells.map((cell, index) => cellLine(label, columns[index] ?? '', cell));
  });
}

/** `label`: the fields that all cells of a row begin with. */
function cellLine(label: string, column: string, { value, unit, text, spoken, blank, figures }: Cell): string {
  const fields = [
    column,
    value === null ? '' : withComma(value),
    unit,
    text,
    timeOf('status', figures),
    timeOf('baseline', figures),
    leastSure(figures),
    figures.some((figure) => figure.provisional) ? 'ja' : 'nej',
    blank === null ? '' : (spoken ?? text),
    figures.map((figure) => placeText(figure) ?? 'ingen række').join(', '),
  ];
  return `${label};${csvPart(fields)}`;
}

function timeOf(role: FigureUse['role'], figures: readonly FigureUse[]): string {
  return figures.find((figure) => figure.role === role)?.time ?? '';
}

/** A change is no surer than the least sure of its figures. */
function leastSure(figures: readonly FigureUse[]): Provenance | '' {
  let least: Provenance | '' = '';
  for (const { provenance } of figures) {
    if (provenance !== null && (least === '' || SURENESS[provenance] > SURENESS[least])) least = provenance;
  }
  return least;
}
