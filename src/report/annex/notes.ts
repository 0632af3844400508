import { listText, yearsText } from '../../danish/index.ts';
import type { DatasetInfo } from '../../dataset/index.ts';
import { grouped } from '../../grouped.ts';
import { blankText, lackingFigure } from '../cells.ts';
import type { Blank, Cell } from '../report.ts';
import { type ReportRow, type ReportTables, rowsOf } from '../rows.ts';
import { fill, sentence } from '../template.ts';
import type { AnnexGoal, HistoryFigure, NoteGroup, Side } from './annex.ts';
import { sides } from './annex.ts';
import type { AnnexWording } from './wording.ts';

type Words = AnnexWording['notes'];

/** What the notes are about. */
interface Noted {
  readonly words: Words;
  readonly tables: ReportTables;
  readonly goals: readonly AnnexGoal[];
  readonly names: Side<string>;
  readonly dataset: Pick<DatasetInfo, 'title' | 'sources'>;
}

/** All notes, in the template's order. */
export const notesOf = (noted: Noted): NoteGroup[] =>
  noted.words.order.map((kind) => ({ kind, ...parts[kind](noted) }));

type Notes = Omit<NoteGroup, 'kind'>;

const parts: Readonly<Record<NoteGroup['kind'], (noted: Noted) => Notes>> = {
  blanks,
  provisional,
  symbols: ({ words }) => plain(words.symbols),
  movement: ({ words }) => plain(words.movement),
  rounding: ({ words }) => plain(words.rounding),
  sources,
};

const plain = ({ heading, texts }: { readonly heading: string; readonly texts: readonly string[] }): Notes => ({
  heading,
  notes: texts.map((text) => ({ text, url: null })),
});

function sources({ words, dataset: { title, sources: named } }: Noted): Notes {
  return {
    heading: words.sources.heading,
    notes: [
      { text: sentence(words.sources.dataset, { titel: title }), url: null },
      ...named.map(({ navn, url }) => ({ text: navn, url })),
      { text: words.sources.attached, url: null, ofPdf: true },
    ],
  };
}

/** Why the cells of the report are blank, reason by reason. In the table of years a blank says so itself. */
function blanks(noted: Noted): Notes {
  const words = noted.words.blanks;
  const reasons = new Map<Blank | null, string | null>();
  for (const { cells } of rowsOf(noted.tables))
    for (const { cell } of cells) if (!reasons.has(cell.blank)) reasons.set(cell.blank, blankText(cell));
  const texts = [...new Set(reasons.values())].flatMap((reason) => {
    if (reason === null) return [];
    const isOfReason = ({ blank }: Cell): boolean => reasons.get(blank) === reason;
    const found = cellsWhere(noted, (cell) => (isOfReason(cell) ? (lackingFigure(cell)?.time ?? '') : undefined));
    return noteOn(found, words.report, reason);
  });
  return plain({ heading: words.heading, texts: texts.length === 0 ? [words.none] : texts });
}

function provisional(noted: Noted): Notes {
  const words = noted.words.provisional;
  const cells = cellsWhere(noted, ({ figures }) => figures.find((figure) => figure.provisional)?.time);
  const years = yearsWhere(noted, (figure) => figure.provisional);
  const texts = [...noteOn(cells, words.report), ...noteOn(years, words.years)];
  return plain({ heading: words.heading, texts: texts.length === 0 ? [words.none] : texts });
}

/** A sentence that names cells, unless there are none. */
const noteOn = (cells: readonly string[], pattern: string, grund = ''): string[] =>
  cells.length === 0 ? [] : [sentence(pattern, { grund, felter: cells.join('; ') })];

/** Wanted cells of one row that have one time. */
interface Wanted {
  readonly row: ReportRow;
  readonly time: string;
  /** "" when they are those of the subject: a row of indicators, a key figure's first. */
  readonly columns: string;
}

/**
 * "Indikator 1.1, 1.2 og 2.1 (2024)", "Glostrup for nøgletal 9 og 10 (...)": the cells of the report that are wanted,
 * those of one time and column together. `timeOf` is undefined for a cell that is not wanted, and empty for one without
 * a time.
 */
function cellsWhere({ words, tables }: Noted, timeOf: (cell: Cell) => string | undefined): string[] {
  const wanted = rowsOf(tables).flatMap((row): Wanted[] => {
    const times = row.cells.map(({ cell }) => timeOf(cell));
    return [...new Set(times)].flatMap((time) => {
      if (time === undefined) return [];
      const columns = row.cells.filter((_, index) => times[index] === time).map(({ name }) => name);
      return [{ row, time, columns: isOwn(row, columns, tables) ? '' : listText(columns) }];
    });
  });
  const alike = grouped(wanted, ({ row, time, columns }) => [row.kind, columns, printed(time, row)].join('\n'));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { row, time, columns } = first;
    const liste = listText(group.map((one) => numberOf(one.row)));
    const raekker = fill(row.kind === 'indikator' ? words.indicators : words.keyFigures, { liste });
    const named = columns === '' ? raekker : fill(words.column, { raekker, kolonne: columns });
    return time === ''
      ? fill(words.rowsWithoutTime, { raekker: named })
      : fill(words.rows, { raekker: named, tid: printed(time, row) });
  });
}

const isOwn = (row: ReportRow, columns: readonly string[], { subject }: ReportTables): boolean =>
  row.kind === 'indikator' ? columns.length === row.cells.length : columns.join() === subject.name;

const numberOf = (row: ReportRow): string =>
  row.kind === 'indikator' ? row.indicator.id : String(row.keyFigure.number);

/** A key figure's period as it stands in the report, not as its code. */
const printed = (time: string, row: ReportRow): string => (row.kind === 'noegletal' ? row.keyFigure.period : time);

/** "Indikator 1.1, Glostrup: 2013-2023": the figures of the table of years that are wanted. */
function yearsWhere({ words, goals, names }: Noted, isWanted: (figure: HistoryFigure) => boolean): string[] {
  return goals
    .flatMap((goal) => goal.indicators.filter(({ shown }) => shown))
    .flatMap(({ id, history }) =>
      sides.flatMap((side) => {
        const found = history.filter(({ [side]: figure }) => figure !== undefined && isWanted(figure));
        if (found.length === 0) return [];
        const aar = yearsText(found.map(({ year }) => year));
        return [fill(words.years, { raekke: `Indikator ${id}`, navn: names[side] ?? '', aar })];
      }),
    );
}
