import { capitalise, clean, listText, meant, spansOf } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { columnLetters, type Place, type Problem, type ProblemText, warning, wholeFile } from '../problem.ts';
import { Damaged, TooLarge } from './damage.ts';
import { unreadable, workbookTooLarge } from './file-problems.ts';
import type { CellFlaw, TableRecord } from './records.ts';
import { type MergedRange, type SheetCells, sheetCells } from './sheet.ts';
import { type ListedSheet, openWorkbook, type Workbook } from './workbook.ts';

/** What `datasaet.json` says of a workbook. */
export interface SheetChoice {
  readonly file: string;
  /** Name of the sheet; undefined for the first that is not hidden. */
  readonly sheet: string | undefined;
  /** Whether hidden rows are read; undefined when nobody has said it: then they are, with a warning. */
  readonly hidden?: 'med' | 'uden' | undefined;
}

/**
 * Reads a sheet of the workbook in `bytes`. Empty rows are left out; what is hidden is told to `note`. Throws
 * `UnreadableFile` for what is no workbook, is damaged or too large, or lacks the sheet.
 */
export function readSheet(bytes: Buffer, choice: SheetChoice, note: (problem: Problem) => void): TableRecord[] {
  const { file } = choice;
  const workbook = attempt(file, () => openWorkbook(bytes));
  const sheet = chosenSheet(workbook, choice);
  const cells = attempt(file, () => {
    if (sheet.xml === null) throw new Damaged();
    return sheetCells(sheet.xml, workbook);
  });
  const records = recordsOf(cells, file, sheet.name);
  const hidden = records.filter(({ line }) => cells.hiddenRows.has(line)).map(({ line }) => line);
  const width = records[0]?.fields.length ?? 0;
  const columns = [...cells.hiddenColumns].filter((column) => column <= width);
  const text = choice.hidden === undefined ? hiddenParts(workbook, choice, sheet, hidden, columns) : null;
  if (text !== null) note(warning(wholeFile(file), text));
  return choice.hidden === 'uden' ? records.filter(({ line }) => !cells.hiddenRows.has(line)) : records;
}

function attempt<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TooLarge) throw unreadable(wholeFile(file), workbookTooLarge);
    if (error instanceof Damaged) throw unreadable(wholeFile(file), notAWorkbook);
    throw error;
  }
}

function chosenSheet({ sheets }: Workbook, { file, sheet: wanted }: SheetChoice): ListedSheet {
  const chosen = sheets.find(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  if (chosen !== undefined) return chosen;
  const names = sheets.map(({ name }) => name);
  throw unreadable(wholeFile(file), wanted === undefined ? notAWorkbook : noSuchSheet(wanted, names));
}

function recordsOf({ rows, merged }: SheetCells, file: string, sheet: string): TableRecord[] {
  const lines = [...rows.keys()].sort((a, b) => a - b);
  const mergedCells = cellsIn(merged, lines.at(-1) ?? 0, file);
  let width = 0;
  for (const cells of rows.values())
    for (const [column, { text }] of cells) if (text.trim() !== '') width = Math.max(width, column);
  if (width > limits.fields) throw unreadable(wholeFile(file), tooWide);
  if (width * lines.length > limits.workbookCells) throw unreadable(wholeFile(file), workbookTooLarge);
  return lines.flatMap((line) => {
    const cells = rows.get(line);
    const fields = Array.from({ length: width }, (_, field) => cells?.get(field + 1)?.text.trim() ?? '');
    const isMerged = (field: number): boolean => mergedCells.has(`${line} ${field + 1}`);
    if (fields.every((text, field) => text === '' && !isMerged(field))) return [];
    const place = (field: number): Place => ({ file, sheet, line, column: field + 1 });
    const flaw = (field: number): CellFlaw | null =>
      isMerged(field) ? 'merged' : (cells?.get(field + 1)?.flaw ?? null);
    const isNumber = (field: number): boolean => cells?.get(field + 1)?.isNumber === true;
    return [{ fields, line, place, isMultiline: false, isUnended: false, cells: { flaw, isNumber } }];
  });
}

/** "row column" of all cells that are merged with others, within the rows that hold something. */
function cellsIn(ranges: readonly MergedRange[], lastRow: number, file: string): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { from, to } of ranges) {
    for (let row = from.row; row <= Math.min(to.row, lastRow); row++) {
      for (let column = from.column; column <= Math.min(to.column, limits.fields); column++) {
        cells.add(`${row} ${column}`);
        if (cells.size > limits.mergedCells) throw unreadable(wholeFile(file), tooManyMerged);
      }
    }
  }
  return cells;
}

const notAWorkbook: ProblemText = {
  rule: 'excel',
  message: 'Filen kan ikke læses som en Excel-fil (.xlsx): den er beskadiget eller ikke hel.',
  remedy: 'Åbn filen i Excel, og gem den som "Excel-projektmappe (.xlsx)", eller hent den igen.',
};

const tooManyMerged: ProblemText = {
  rule: 'excel',
  message: 'Arket har for mange flettede celler.',
  remedy: 'Ophæv fletningen af celler i Excel, eller hent tabellen som CSV.',
};

const tooWide: ProblemText = {
  rule: 'for-mange-felter',
  message: `Arket har rækker med flere end ${limits.fields} celler.`,
  remedy: 'Slet det, der står til højre for tabellen, eller hent den igen.',
};

function noSuchSheet(wanted: string, names: readonly string[]): ProblemText {
  const near = meant(wanted, names);
  const list = names.slice(0, 10).map((name) => `"${clean(name)}"`);
  return {
    rule: 'excel',
    value: wanted,
    message: `Filen har intet ark, der hedder "${clean(wanted)}".`,
    remedy: `${near === null ? '' : `Mente du "${clean(near)}"? `}Filens ark: ${list.join(', ')}. Ret "ark" i datasaet.json.`,
  };
}

/** What of a workbook nobody sees in Excel, and whether it is read; null when there is nothing to tell. */
function hiddenParts(
  { sheets }: Workbook,
  { sheet: wanted }: SheetChoice,
  { name, isHidden }: ListedSheet,
  rows: readonly number[],
  columns: readonly number[],
): ProblemText | null {
  const skipped =
    wanted === undefined
      ? sheets.slice(
          0,
          sheets.findIndex((one) => one.name === name),
        )
      : [];
  const said = [
    ...skipped.map((one) => `arket "${clean(one.name)}" er skjult og bliver ikke læst`),
    ...(isHidden ? [`arket "${clean(name)}" er skjult, men bliver læst`] : []),
    ...(rows.length > 0 ? [`skjulte rækker bliver læst med: ${cutList(spansOf(rows))}`] : []),
    ...(columns.length > 0 ? [`skjulte kolonner bliver læst med: ${cutList(columns.map(columnLetters))}`] : []),
  ];
  if (said.length === 0) return null;
  return {
    rule: 'skjult',
    message: `${capitalise(said.join('; '))}.`,
    remedy: skipped.length > 0 ? nameTheSheet : sayWhetherRead,
  };
}

const nameTheSheet = 'Skriv arkets navn i "ark" i datasaet.json.';
const sayWhetherRead =
  'Skriv "skjulte": "med" i datasaet.json, hvis det skjulte skal læses, eller "uden", hvis skjulte rækker skal springes over.';

/** The first names of a list, and how many are left. */
function cutList(names: readonly string[], most = 10): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} og ${rest} til` : listText(names);
}
