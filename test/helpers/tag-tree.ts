import { openFile, type PdfFile } from '../../src/pdf/read/file.ts';
import { type Dictionary, isDictionary, isName, isReference, isText, type Value } from '../../src/pdf/read/values.ts';

/**
 * The whole tag tree of a PDF of ours as text: role, id, attributes, text for readers, then the text drawn; two spaces
 * per level. `texts`: text by pdf.js's id of its marked content, "p4R_mc0".
 */
export function printTagTree(bytes: Uint8Array, texts: ReadonlyMap<string, string>): string {
  const file = openFile(bytes);
  const root = at(file, file.dictionary(file.root), 'StructTreeRoot');
  return isDictionary(root) ? printElement(file, at(file, root, 'K'), texts, 0) : '';
}

function at(file: PdfFile, dictionary: Dictionary, key: string): Value | undefined {
  return file.resolve(dictionary.get(key));
}

function printElement(
  file: PdfFile,
  value: Value | undefined,
  texts: ReadonlyMap<string, string>,
  level: number,
): string {
  if (!isDictionary(value)) return '';
  const kids = kidsOf(value);
  const page = value.get('Pg');
  const text = kids.map((kid) => textOf(kid, page, texts)).join('');
  const line = [roleOf(value), ...attributes(file, value), ...(text === '' ? [] : [JSON.stringify(text)])].join(' ');
  const below = kids.filter(isReference).map((kid) => printElement(file, file.resolve(kid), texts, level + 1));
  return `${'  '.repeat(level)}${line}\n${below.join('')}`;
}

function kidsOf(element: Dictionary): Value[] {
  const kids = element.get('K');
  if (kids === undefined) return [];
  return Array.isArray(kids) ? kids : [kids];
}

function roleOf(element: Dictionary): string {
  const role = element.get('S');
  return isName(role) ? role.name : '?';
}

function textOf(kid: Value, page: Value | undefined, texts: ReadonlyMap<string, string>): string {
  if (typeof kid === 'number') return isReference(page) ? (texts.get(`p${page.object}R_mc${kid}`) ?? '') : '';
  if (!isDictionary(kid)) return '';
  const mcid = kid.get('MCID');
  return typeof mcid === 'number' ? textOf(mcid, kid.get('Pg'), texts) : '';
}

function attributes(file: PdfFile, element: Dictionary): string[] {
  const found: string[] = [];
  const table = element.get('A');
  for (const source of [element, isDictionary(table) ? table : new Map<string, Value>()]) {
    for (const key of ['ID', 'T', 'Alt', 'ActualText', 'Scope', 'Headers', 'ColSpan']) {
      const value = source.get(key);
      if (value !== undefined) found.push(`${key}=${print(value)}`);
    }
  }
  for (const kid of kidsOf(element)) {
    const annotation = isDictionary(kid) ? file.resolve(kid.get('Obj')) : undefined;
    const contents = isDictionary(annotation) ? annotation.get('Contents') : undefined;
    if (contents !== undefined) found.push(`Contents=${print(contents)}`);
  }
  return found;
}

function print(value: Value): string {
  if (isText(value)) return JSON.stringify(value.text);
  if (isName(value)) return value.name;
  return Array.isArray(value) ? `[${value.map(print).join(' ')}]` : String(value);
}
