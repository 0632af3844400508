import type { StructElement } from '../model.ts';
import type { Survey } from './survey.ts';

/** Faults of tables: parts in order, rows equally long, every data cell tied to a header cell. */
export function tableFaults(seen: Survey): string[] {
  return seen.entries.flatMap(({ element }) => {
    if (element.role !== 'Table') return strayFaults(element, seen);
    return [...partFaults(element, seen), ...gridFaults(element, seen)];
  });
}

/** Scope says what a TH heads, so nothing else may have it and every TH must. */
function strayFaults(element: StructElement, seen: Survey): string[] {
  if (element.role === 'TH') return element.scope === undefined ? [`${seen.describe(element)} mangler Scope.`] : [];
  return element.scope === undefined ? [] : [`${seen.describe(element)} har Scope uden at være TH.`];
}

function elements(parent: StructElement): StructElement[] {
  return parent.children.filter((child) => child.kind === 'element');
}

function partFaults(table: StructElement, seen: Survey): string[] {
  const roles = elements(table).map(({ role }) => role);
  const count = (role: string) => roles.filter((each) => each === role).length;
  const faults: string[] = [];
  const name = seen.describe(table);
  if (count('Caption') > 1) faults.push(`${name} har flere billedtekster.`);
  if (count('Caption') === 1 && roles[0] !== 'Caption' && roles.at(-1) !== 'Caption') {
    faults.push(`${name}: Caption skal stå først eller sidst.`);
  }
  if (count('THead') > 1) faults.push(`${name} har flere THead.`);
  if (count('THead') > 0 && count('TBody') === 0) faults.push(`${name} har THead uden TBody.`);
  if (count('TR') > 0 && count('TBody') + count('THead') > 0) faults.push(`${name} har rækker uden for TBody.`);
  if (roles.includes('THead') && roles.indexOf('TBody') < roles.indexOf('THead')) {
    faults.push(`${name}: THead skal stå før TBody.`);
  }
  return faults;
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

function gridFaults(table: StructElement, seen: Survey): string[] {
  const rows = rowsOf(table);
  const [first] = rows;
  if (first === undefined) return [`${seen.describe(table)} har ingen rækker.`];
  const ids = headerIds(rows);
  const columns = width(first);
  const headed = new Set<number>();
  const faults: string[] = [];
  for (const row of rows) {
    const has = width(row);
    if (has !== columns) {
      faults.push(`${seen.describe(row.element)} har ${has} kolonner, tabellens første række har ${columns}.`);
    }
    faults.push(...rowFaults(row, headed, ids, seen));
  }
  return faults;
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
function rowFaults({ cells }: Row, headed: Set<number>, ids: ReadonlySet<string>, seen: Survey): string[] {
  const rowHeaded = cells.some(({ role, scope }) => role === 'TH' && (scope === 'Row' || scope === 'Both'));
  const faults: string[] = [];
  let column = 0;
  for (const cell of cells) {
    faults.push(...cellFaults(cell, rowHeaded || headed.has(column), ids, seen));
    const span = cell.colSpan ?? 1;
    const heads = cell.role === 'TH' && (cell.scope === 'Column' || cell.scope === 'Both');
    for (let index = 0; heads && index < span; index++) headed.add(column + index);
    column += span;
  }
  return faults;
}

/** `scoped`: whether the scope of a header cell in its row or column reaches the cell. */
function cellFaults(cell: StructElement, scoped: boolean, ids: ReadonlySet<string>, seen: Survey): string[] {
  const { headers = [], colSpan = 1 } = cell;
  const faults = headers
    .filter((id) => !ids.has(id))
    .map((id) => `${seen.describe(cell)} henviser til »${id}«, som ikke er en TH i tabellen.`);
  if (cell.role === 'TD' && !scoped && headers.length === 0) {
    faults.push(`${seen.describe(cell)} har ingen overskriftscelle (TH).`);
  }
  if (!Number.isInteger(colSpan) || colSpan < 1) faults.push(`${seen.describe(cell)} har ColSpan ${colSpan}.`);
  return faults;
}
