import type { StructElement } from '../model.ts';
import type { Note, NoteElement, Survey } from './survey.ts';

/** Faults of tables: parts in order, rows equally long, every data cell tied to a header cell. */
export function tableFaults(seen: Survey, note: NoteElement): void {
  for (const { element } of seen.entries) {
    if (element.role !== 'Table') strayFaults(element, note);
    else {
      partFaults(element, (fault) => note(element, fault));
      gridFaults(element, note);
    }
  }
}

/** Scope says what a TH heads, so nothing else may have it and every TH must. */
function strayFaults(element: StructElement, note: NoteElement): void {
  if ((element.role === 'TH') === (element.scope !== undefined)) return;
  note(element, element.role === 'TH' ? 'mangler Scope.' : 'har Scope uden at være TH.');
}

function elements(parent: StructElement): StructElement[] {
  return parent.children.filter((child) => child.kind === 'element');
}

function partFaults(table: StructElement, note: Note): void {
  const roles = elements(table).map(({ role }) => role);
  const count = (role: string) => roles.filter((each) => each === role).length;
  if (count('Caption') > 1) note('har flere billedtekster.');
  if (count('Caption') === 1 && roles[0] !== 'Caption' && roles.at(-1) !== 'Caption') {
    note('har en Caption, som hverken står først eller sidst.');
  }
  if (count('THead') > 1) note('har flere THead.');
  if (count('THead') > 0 && count('TBody') === 0) note('har THead uden TBody.');
  if (count('TR') > 0 && count('TBody') + count('THead') > 0) note('har rækker uden for TBody.');
  if (roles.includes('THead') && roles.indexOf('TBody') < roles.indexOf('THead')) {
    note('har en TBody før sin THead.');
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

function gridFaults(table: StructElement, note: NoteElement): void {
  const rows = rowsOf(table);
  const [first] = rows;
  if (first === undefined) {
    note(table, 'har ingen rækker.');
    return;
  }
  const ids = headerIds(rows);
  const columns = width(first);
  const headed = new Set<number>();
  for (const row of rows) {
    const has = width(row);
    if (has !== columns) note(row.element, `har ${has} kolonner, tabellens første række har ${columns}.`);
    rowFaults(row, headed, ids, note);
  }
}

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
function rowFaults({ cells }: Row, headed: Set<number>, ids: ReadonlySet<string>, note: NoteElement): void {
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
function cellFaults(cell: StructElement, scoped: boolean, ids: ReadonlySet<string>, note: NoteElement): void {
  const { headers = [], colSpan = 1 } = cell;
  for (const id of headers) {
    if (!ids.has(id)) note(cell, `henviser til »${id}«, som ikke er en TH i tabellen.`);
  }
  if (cell.role === 'TD' && !scoped && headers.length === 0) note(cell, 'har ingen overskriftscelle (TH).');
  if (!Number.isInteger(colSpan) || colSpan < 1) note(cell, `har ColSpan ${colSpan}.`);
}
