import type { StructElement } from '../model.ts';
import type { Note, Survey } from './survey.ts';

/** Faults of tables: parts in order, rows equally long, every data cell tied to a header cell. */
export function tableFaults(seen: Survey, note: Note): void {
  for (const { element } of seen.entries) {
    if (element.role !== 'Table') strayFaults(element, seen, note);
    else {
      partFaults(element, seen, note);
      gridFaults(element, seen, note);
    }
  }
}

/** Scope says what a TH heads, so nothing else may have it and every TH must. */
function strayFaults(element: StructElement, seen: Survey, note: Note): void {
  if ((element.role === 'TH') === (element.scope !== undefined)) return;
  note(`${seen.describe(element)} ${element.role === 'TH' ? 'mangler Scope.' : 'har Scope uden at være TH.'}`);
}

function elements(parent: StructElement): StructElement[] {
  return parent.children.filter((child) => child.kind === 'element');
}

function partFaults(table: StructElement, seen: Survey, note: Note): void {
  const roles = elements(table).map(({ role }) => role);
  const count = (role: string) => roles.filter((each) => each === role).length;
  const name = seen.describe(table);
  if (count('Caption') > 1) note(`${name} har flere billedtekster.`);
  if (count('Caption') === 1 && roles[0] !== 'Caption' && roles.at(-1) !== 'Caption') {
    note(`${name}: Caption skal stå først eller sidst.`);
  }
  if (count('THead') > 1) note(`${name} har flere THead.`);
  if (count('THead') > 0 && count('TBody') === 0) note(`${name} har THead uden TBody.`);
  if (count('TR') > 0 && count('TBody') + count('THead') > 0) note(`${name} har rækker uden for TBody.`);
  if (roles.includes('THead') && roles.indexOf('TBody') < roles.indexOf('THead')) {
    note(`${name}: THead skal stå før TBody.`);
  }
}

interface Row {
  readonly element: StructElement;
  readonly cells: readonly StructElement[];
}

function rowsOf(table: StructElement): Row[] {
  const rows: Row[] = [];
  for (const part of elements(table)) {
    const inside = part.role === 'TR' ? [part] : elements(part);
    for (const element of inside) if (element.role === 'TR') rows.push({ element, cells: elements(element) });
  }
  return rows;
}

function gridFaults(table: StructElement, seen: Survey, note: Note): void {
  const rows = rowsOf(table);
  const [first] = rows;
  if (first === undefined) {
    note(`${seen.describe(table)} har ingen rækker.`);
    return;
  }
  const ids = headerIds(rows);
  const columns = width(first);
  const headed = new Set<number>();
  for (const row of rows) {
    const has = width(row);
    if (has !== columns) {
      note(`${seen.describe(row.element)} har ${has} kolonner, tabellens første række har ${columns}.`);
    }
    rowFaults(row, headed, ids, (cell, fault) => note(`${seen.describe(cell)} ${fault}`));
  }
}

type NoteCell = (cell: StructElement, fault: string) => void;

function headerIds(rows: readonly Row[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { cells } of rows) for (const { role, id } of cells) if (role === 'TH' && id) ids.add(id);
  return ids;
}

function width({ cells }: Row): number {
  let sum = 0;
  for (const cell of cells) sum += cell.colSpan ?? 1;
  return sum;
}

/** `headed`: the columns that a header cell above stands over; grows row by row. */
function rowFaults({ cells }: Row, headed: Set<number>, ids: ReadonlySet<string>, note: NoteCell): void {
  const rowHeaded = cells.some(({ role, scope }) => role === 'TH' && (scope === 'Row' || scope === 'Both'));
  let column = 0;
  for (const cell of cells) {
    cellFaults(cell, rowHeaded || headed.has(column), ids, note);
    const span = cell.colSpan ?? 1;
    const heads = cell.role === 'TH' && (cell.scope === 'Column' || cell.scope === 'Both');
    for (let index = 0; heads && index < span; index++) headed.add(column + index);
    column += span;
  }
}

/** `scoped`: whether the scope of a header cell in its row or column reaches the cell. */
function cellFaults(cell: StructElement, scoped: boolean, ids: ReadonlySet<string>, note: NoteCell): void {
  const { headers = [], colSpan = 1 } = cell;
  for (const id of headers) {
    if (!ids.has(id)) note(cell, `henviser til »${id}«, som ikke er en TH i tabellen.`);
  }
  if (cell.role === 'TD' && !scoped && headers.length === 0) note(cell, 'har ingen overskriftscelle (TH).');
  if (!Number.isInteger(colSpan) || colSpan < 1) note(cell, `har ColSpan ${colSpan}.`);
}
