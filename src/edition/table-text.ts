import {
  blankMarks,
  isProvisional,
  leastSure,
  madeUpNotice,
  markMeanings,
  provenanceNames,
  withoutUnit,
  withSign,
} from '../report/index.ts';
import { textTable } from '../text-table.ts';
import { type Entry, isIn, type SharedSeries, timesIn, type Years } from './series.ts';

/** Series for a terminal: one table each, with a line per subject; then what their marks mean. */
export function tablesText(series: readonly SharedSeries[], years: Years | null): string {
  const tables = series.map((one) => tableOf(one, years));
  const marks = new Set(tables.flatMap((table) => table.marks));
  const legend = Object.entries(markMeanings).flatMap(([mark, meaning]) =>
    marks.has(mark) ? `${mark} ${meaning}` : [],
  );
  const isMadeUp = tables.some((table) => table.provenances.includes('eksempel'));
  const foot = [
    ...(legend.length === 0 ? [] : [`Tegn: ${legend.join('; ')}.`]),
    ...(isMadeUp ? [madeUpNotice('Tabellen')] : []),
  ];
  const parts = [...tables.map(({ text }) => text), ...(foot.length === 0 ? [] : [foot.join('\n')])];
  return `${parts.join('\n\n')}\n`;
}

/** A number, or the mark of its absence; `mark` says that it is provisional. */
interface Shown {
  readonly text: string;
  readonly mark: string;
}

interface TextColumn {
  readonly heading: string;
  readonly of: (entry: Entry) => Shown;
}

function tableOf(all: SharedSeries, years: Years | null) {
  const series = withoutNotLocal(all);
  const columns = years === null ? statusColumns(series) : yearColumns(series, years);
  const shown = columns.map(({ of }) => series.entries.map(of));
  const numbers = columns.map(({ heading }, index) => aligned(heading, shown[index] ?? []));
  const provenances = series.entries.map((entry) => provenanceOf(entry, years));
  const withMovement = years === null && series.kind === 'indikator';
  const words = [
    ...(withMovement ? [['Bevægelse', ...series.entries.map(movementOf)]] : []),
    ['Kilde', ...provenances.map((one) => (one === null ? '' : provenanceNames[one]))],
  ];
  const names = ['Område', ...series.entries.map(({ report }) => report.subject.name)];
  const cells = [names, ...numbers, ...words];
  const rows = names.map((_, row) => cells.map((column) => column[row] ?? ''));
  return {
    text: [
      titleOf(series),
      '',
      ...textTable(
        rows,
        numbers.map((_, index) => index + 1),
      ),
    ].join('\n'),
    marks: shown.flat().flatMap(({ text, mark }) => [text, mark]),
    provenances,
  };
}

/** The same without municipalities when a series is measured for the whole country alone. */
const withoutNotLocal = (series: SharedSeries): SharedSeries => ({
  ...series,
  entries: series.entries.filter(({ status }) => status.blank !== 'not-local'),
});

/** "1.2 Beskæftigelsesfrekvens (pct., højere er bedre)" */
function titleOf({ kind, id, name, label, unit, betterText, isLocal }: SharedSeries): string {
  const notLocal = isLocal ? null : 'opgøres kun for hele landet';
  const beside = [unit, betterText, notLocal].filter((text) => text !== null && text !== '').join(', ');
  return `${kind === 'indikator' ? id : label} ${name}${beside === '' ? '' : ` (${beside})`}`;
}

function statusColumns({ kind, baselineTime, statusTime }: SharedSeries): TextColumn[] {
  const status = { heading: statusTime ?? 'Ingen tal', of: ({ status }: Entry) => shownCell(status) };
  if (kind === 'noegletal') return [status];
  return [
    { heading: baselineTime ?? '', of: ({ baseline }) => shownCell(baseline) },
    status,
    { heading: 'Udvikling', of: ({ change }) => shownCell(change, withSign) },
  ];
}

/** The times of the years that are asked for; all have the same. */
const yearColumns = ({ entries }: SharedSeries, years: Years): TextColumn[] =>
  timesIn(entries, years).map((time) => ({
    heading: time,
    of: ({ figures }) => {
      const figure = figures.find((one) => one.time === time);
      if (figure === undefined) return { text: blankMarks['no-row'], mark: '' };
      const { blank, text, provisional } = figure;
      return { text: blank === null ? text : blankMarks[blank], mark: provisional ? '*' : '' };
    },
  }));

function shownCell(cell: Entry['change'], write = (text: string) => text): Shown {
  if (cell === null) return { text: '', mark: '' };
  const text = cell.blank === null ? write(withoutUnit(cell)) : blankMarks[cell.blank];
  return { text, mark: isProvisional(cell) ? '*' : '' };
}

/** A column whose numbers stand under each other, with a place for marks where any has one. */
function aligned(heading: string, shown: readonly Shown[]): string[] {
  const width = Math.max(...shown.map(({ mark }) => mark.length), 0);
  return [`${heading}${' '.repeat(width)}`, ...shown.map(({ text, mark }) => `${text}${mark.padEnd(width)}`)];
}

const movementOf = ({ indicator }: Entry): string => indicator?.movementText ?? '';

/** Of all figures that a line shows. */
const provenanceOf = ({ status, change, figures }: Entry, years: Years | null) =>
  leastSure(years === null ? (change ?? status).figures : figures.filter(({ time }) => isIn(years, time)));
