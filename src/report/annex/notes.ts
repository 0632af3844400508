import { yearsText } from '../../danish/index.ts';
import type { DatasetInfo } from '../../dataset/index.ts';
import {
  type AnnexGoal,
  type Blank,
  type Cell,
  type HistoryFigure,
  type NoteGroup,
  type Side,
  sides,
} from '../report.ts';
import { type Row, rowsOf, type Tables } from '../rows.ts';
import { fill } from '../template.ts';
import type { AnnexContext } from './context.ts';
import { sentence } from './sentence.ts';
import type { AnnexWords } from './words.ts';

type Words = AnnexWords['notes'];

/** What the notes tell about. */
interface Noted {
  readonly words: Words;
  readonly tables: Tables;
  readonly goals: readonly AnnexGoal[];
  readonly names: Side<string>;
  readonly dataset: Pick<DatasetInfo, 'title' | 'sources'>;
}

/** All notes, in the template's order. */
export const notesOf = (
  goals: readonly AnnexGoal[],
  tables: Tables,
  dataset: Noted['dataset'],
  { words: { notes }, names }: AnnexContext,
): NoteGroup[] => notes.order.map((part) => parts[part]({ words: notes, tables, goals, names, dataset }));

const parts: Readonly<Record<Words['order'][number], (noted: Noted) => NoteGroup>> = {
  blanks,
  provisional,
  symbols: ({ words }) => plain(words.symbols),
  movement: ({ words }) => plain(words.movement),
  rounding: ({ words }) => plain(words.rounding),
  sources,
};

const plain = ({ heading, texts }: { readonly heading: string; readonly texts: readonly string[] }): NoteGroup => ({
  heading,
  notes: texts.map((text) => ({ text, url: null })),
});

function sources({ words, dataset: { title, sources: named } }: Noted): NoteGroup {
  return {
    heading: words.sources.heading,
    notes: [
      { text: sentence(words.sources.dataset, { titel: title }), url: null },
      ...named.map(({ navn, url }) => ({ text: navn, url })),
    ],
  };
}

/** Why each blank is blank: reason by reason, the cells of the report first, then those of the tables of years. */
function blanks(noted: Noted): NoteGroup {
  const words = noted.words.blanks;
  const notes = (Object.keys(words.reasons) as Blank[]).flatMap((blank) => {
    const grund = words.reasons[blank];
    const cells = cellsWhere(noted, (cell) => cell.blank === blank, lackingTime);
    const years = yearsWhere(noted, (figure) => figure.blank === blank);
    return [
      ...(cells.length === 0 ? [] : [sentence(words.report, { grund, felter: cells.join('; ') })]),
      ...(years.length === 0 ? [] : [sentence(words.years, { grund, felter: years.join('; ') })]),
    ];
  });
  return plain({ heading: words.heading, texts: notes.length === 0 ? [words.none] : notes });
}

function provisional(noted: Noted): NoteGroup {
  const words = noted.words.provisional;
  const cells = cellsWhere(noted, (cell) => provisionalTime(cell) !== undefined, provisionalTime);
  const years = yearsWhere(noted, (figure) => figure.provisional);
  const notes = [
    ...(cells.length === 0 ? [] : [sentence(words.report, { felter: cells.join('; ') })]),
    ...(years.length === 0 ? [] : [sentence(words.years, { felter: years.join('; ') })]),
  ];
  return plain({ heading: words.heading, texts: notes.length === 0 ? [words.none] : notes });
}

type TimeOf = (cell: Cell) => string | undefined;

/** Year of the figure that a blank cell lacks. */
const lackingTime: TimeOf = ({ figures }) => figures.find(({ value }) => value === null)?.time;

const provisionalTime: TimeOf = ({ figures }) => figures.find((figure) => figure.provisional)?.time;

/** "Indikator 1.1, 2024 (Aktuel status)": the cells of the report that are wanted, a row's of one time together. */
function cellsWhere({ words, tables }: Noted, isWanted: (cell: Cell) => boolean, timeOf: TimeOf): string[] {
  return rowsOf(tables).flatMap((row) => {
    const wanted = row.cells.filter(({ cell }) => isWanted(cell));
    const times = [...new Set(wanted.map(({ cell }) => timeOf(cell) ?? ''))];
    return times.map((time) => {
      const columns = wanted.filter(({ cell }) => (timeOf(cell) ?? '') === time).map(({ name }) => name);
      const isWhole = columns.length > 1 && columns.length === row.cells.length;
      const values = { raekke: row.label, kolonner: isWhole ? words.wholeRow : columns.join(', ') };
      return time === ''
        ? fill(words.cellWithoutTime, values)
        : fill(words.cell, { ...values, tid: printed(time, row) });
    });
  });
}

/** A key figure's period as it stands in the report, not as its code. */
const printed = (time: string, row: Row): string => (row.kind === 'noegletal' ? row.keyFigure.period : time);

/** "Indikator 1.1, Glostrup: 2013-2023": the figures of the tables of years that are wanted. */
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
