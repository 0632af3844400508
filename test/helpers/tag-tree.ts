import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/**
 * The whole tag tree of a PDF as text: role, id, attributes, text for readers, then the text drawn; two spaces per
 * level. `texts`: text by pdf.js's id of its marked content, "p4R_mc0".
 */
export async function printTagTree(bytes: Uint8Array, texts: ReadonlyMap<string, string>): Promise<string> {
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  return kidsOf(root)
    .map((kid) => (kid instanceof PDFDict ? printElement(kid, texts, 0) : ''))
    .join('');
}

function printElement(element: PDFDict, texts: ReadonlyMap<string, string>, level: number): string {
  const kids = kidsOf(element);
  const page = element.get(PDFName.of('Pg'));
  const text = kids.map((kid) => textOf(kid, page, texts)).join('');
  const line = [nameOf(element, 'S'), ...attributes(element), ...(text === '' ? [] : [JSON.stringify(text)])].join(' ');
  const below = kids.flatMap((kid) =>
    kid instanceof PDFDict && kid.has(PDFName.of('S')) ? [printElement(kid, texts, level + 1)] : [],
  );
  return `${'  '.repeat(level)}${line}\n${below.join('')}`;
}

function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) return Array.from({ length: kids.size() }, (_, at) => kids.lookup(at) as PDFObject);
  return kids === undefined ? [] : [kids];
}

const nameOf = (dictionary: PDFDict, key: string): string => dictionary.lookup(PDFName.of(key), PDFName).decodeText();

function textOf(kid: PDFObject, page: PDFObject | undefined, texts: ReadonlyMap<string, string>): string {
  if (kid instanceof PDFNumber && page instanceof PDFRef) {
    return texts.get(`p${page.objectNumber}R_mc${kid.asNumber()}`) ?? '';
  }
  const content = kid instanceof PDFDict ? kid.lookup(PDFName.of('MCID')) : undefined;
  return content instanceof PDFNumber && kid instanceof PDFDict
    ? textOf(content, kid.get(PDFName.of('Pg')) ?? page, texts)
    : '';
}

function attributes(element: PDFDict): string[] {
  const found: string[] = [];
  const table = element.lookup(PDFName.of('A'));
  for (const source of [element, ...(table instanceof PDFDict ? [table] : [])]) {
    for (const key of ['ID', 'T', 'Alt', 'ActualText', 'Scope', 'Headers', 'ColSpan']) {
      const value = source.lookup(PDFName.of(key));
      if (value !== undefined) found.push(`${key}=${print(value)}`);
    }
  }
  for (const kid of kidsOf(element)) {
    const annotation = kid instanceof PDFDict ? kid.lookup(PDFName.of('Obj')) : undefined;
    const contents = annotation instanceof PDFDict ? annotation.lookup(PDFName.of('Contents')) : undefined;
    if (contents !== undefined) found.push(`Contents=${print(contents)}`);
  }
  return found;
}

function print(value: PDFObject): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return JSON.stringify(value.decodeText());
  if (value instanceof PDFName) return value.decodeText();
  return value instanceof PDFArray ? `[${value.asArray().map(print).join(' ')}]` : String(value);
}
