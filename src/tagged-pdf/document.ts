// All that pdfkit does not document is used in this file alone; its exact version is pinned, and a test tells whether
// the names still fit.
import { hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument, { type OutlineItem, type Reference } from 'pdfkit';
import { srgbProfile, standards } from './archive.ts';
import type { Size } from './box.ts';

export type PdfObject = Reference;
export type PdfBookmark = OutlineItem;

/** An element of the structure tree; as text, a reference to it. */
export interface PdfElement {
  readonly id: number;
}

/** What a file says of itself; pdfmake's names. The title stands in the window. */
export interface Info {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** Name and version of the program that made it. */
  readonly creator?: string;
  readonly producer?: string;
  readonly creationDate: Date;
}

/** A file inside the file, whose data it is made of. */
export interface Attachment {
  readonly name: string;
  /** "text/csv" */
  readonly type: string;
  readonly description: string;
  readonly content: string | Uint8Array;
}

/** A file that is PDF/A-3a and PDF/UA-1 in one; pdfkit knows one of them at a time, so their marks are written here. */
export class PdfFile extends PDFDocument {
  /** What is written; pdfkit's constructor writes already, so that these have no initial values. */
  private declare chunks?: Buffer[];
  private declare unjoined?: string;
  private operators = '';
  private readonly date: Date;
  private readonly identifier: Uint8Array | undefined;
  private readonly objects: { readonly id: number; readonly text: string }[] = [];
  private readonly files: { readonly name: string; readonly to: Reference }[] = [];

  /** `identifier`: sixteen bytes that tell files of different contents apart; else they follow from the file's own. */
  constructor(info: Info, language: string, identifier?: Uint8Array) {
    super({
      autoFirstPage: false,
      font: null,
      pdfVersion: '1.7',
      tagged: true,
      compress: false,
      lang: language,
      displayTitle: true,
      info: Object.fromEntries(Object.entries(info).map(([key, value]) => [capitalised(key), value])),
    });
    this.identifier = identifier;
    this.date = info.creationDate;
  }

  /** `fonts` by the names that operators call them. */
  startPage({ width, height }: Size, fonts: Readonly<Record<string, Reference>>): void {
    this.addPage({ size: [width, height], margin: 0 });
    Object.assign(this.page.fonts, fonts);
  }

  /** Begins content of an element of the structure tree on the page in hand; it has a number there. */
  beginContent(type: string, element: PdfElement): { readonly page: Reference; readonly content: number } {
    const content = this.getStructParentTree().get(this.page.structParentTreeKey).push(element) - 1;
    this.addContent(`/${type} <</MCID ${content}>> BDC`);
    return { page: this.page.dictionary, content };
  }

  /** Makes an annotation lead to its element; gives its page. */
  placed(annotation: Reference, element: PdfElement): Reference {
    const key = this.createStructParentTreeNextKey();
    annotation.data['StructParent'] = key;
    this.getStructParentTree().add(key, element);
    return this.page.dictionary;
  }

  /** A bookmark that leads to the page in hand, `top` below its upper edge. */
  bookmark(title: string, parent: OutlineItem | null, top: number): OutlineItem {
    // pdfkit counts `left` from the right edge.
    const place = { fit: false, top, left: this.page.width, expanded: true };
    return (parent ?? this.outline).addItem(title, place);
  }

  /** There are thousands of elements, and pdfkit's objects take their time. */
  element(): PdfElement {
    this._offsets.push(0);
    const id = this._offsets.length;
    return Object.assign(finished(`${id} 0 R`), { id });
  }

  /** `text` is finished PDF. */
  writeElement({ id }: PdfElement, text: string): void {
    this.objects.push({ id, text });
  }

  object(data: object): Reference {
    const reference = this.ref(data);
    reference.end();
    return reference;
  }

  stream(data: object, content: string | Uint8Array): Reference {
    return this.packedStream(data, packed(content));
  }

  /** A stream of data that is packed already. */
  packedStream(data: object, packed: Buffer): Reference {
    const reference = this.ref({ ...data, Filter: 'FlateDecode' });
    reference.end(packed);
    return reference;
  }

  /** As pdfkit's `file`, without its checksum, which takes longer than all the rest. */
  attach({ name, type, description, content }: Attachment): void {
    const bytes = Buffer.from(content as Uint8Array);
    const data = { Type: 'EmbeddedFile', Subtype: type.replace('/', '#2F') };
    const params = { Size: bytes.length, ModDate: this.date };
    const file = this.packedStream({ ...data, Params: params }, packed(bytes));
    const to = this.object({
      Type: 'Filespec',
      AFRelationship: 'Data',
      F: new String(name),
      UF: new String(name),
      Desc: new String(description),
      EF: { F: file, UF: file },
    });
    this.files.push({ name, to });
  }

  /** Ends the document. */
  bytes(): Buffer {
    const { data } = this._root;
    data['AF'] = this.files.map(({ to }) => to);
    (data['Names'] as Reference).data['EmbeddedFiles'] = nameTree(this.files);
    this.end();
    this.writeEnd();
    return this.written();
  }

  private written(): Buffer {
    return Buffer.concat([...(this.chunks ?? []), Buffer.from(this.unjoined ?? '', 'latin1')]);
  }

  /** Keeps objects that are no streams for one stream of objects. */
  override _refEnd(reference: Reference): void {
    super._refEnd(reference);
    if (reference.data['Length'] !== undefined) return;
    const text = this.unjoined ?? '';
    const start = text.length - (this._offset - reference.offset);
    this.unjoined = text.slice(0, start);
    this._offset = reference.offset;
    this.objects.push({ id: reference.id, text: text.slice(text.indexOf('\n', start) + 1, -'\nendobj\n'.length) });
  }

  /** pdfkit's table of places knows no stream of objects. */
  override _finalize(): void {}

  private writeEnd(): void {
    let length = 0;
    const places = this.objects.map(({ id, text }) => {
      length += text.length + 1;
      return `${id} ${length - text.length - 1}`;
    });
    const head = `${places.join(' ')} `;
    const content = Buffer.from(head + this.objects.map(({ text }) => text).join('\n'), 'latin1');
    const stream = this.stream({ Type: 'ObjStm', N: this.objects.length, First: head.length }, content);
    const start = this._offset;
    const rows = Buffer.alloc(7 * (this._offsets.length + 2));
    const row = (id: number, kind: number, place: number, index: number): void => {
      rows.writeUInt8(kind, 7 * id);
      rows.writeUInt32BE(place, 7 * id + 1);
      rows.writeUInt16BE(index, 7 * id + 5);
    };
    row(0, 0, 0, 0xffff);
    for (const [index, place] of [...this._offsets, start].entries()) row(index + 1, 1, place, 0);
    for (const [index, { id }] of this.objects.entries()) row(id, 2, stream.id, index);
    const id = this.identifier ?? hash('sha256', this.written(), 'buffer').subarray(0, 16);
    const size = { Type: 'XRef', Size: rows.length / 7, W: [1, 4, 2] };
    this.stream({ ...size, Root: this._root, Info: this._info, ID: [Buffer.from(id), Buffer.from(id)] }, rows);
    this._write(`startxref\n${start}\n%%EOF`);
  }

  /** The operators of a page are written as one text, not one by one. */
  override addContent(operators: string): this {
    this.operators += `${operators}\n`;
    return this;
  }

  override flushPages(): void {
    if (this.operators !== '') {
      const { content } = this.page;
      content.data['Filter'] = 'FlateDecode';
      content.write(packed(this.operators));
    }
    this.operators = '';
    super.flushPages();
  }

  /** The last that is written before the catalog; the Info dictionary, which takes texts as they are, is by now. */
  override endMetadata(): void {
    for (const [key, value] of Object.entries(this.info)) {
      if (typeof value === 'string') this.info[key] = escapeXml(value);
    }
    this.appendXML(standards);
    super.endMetadata();
    const profile = this.packedStream({ N: 3 }, srgbProfile());
    const name = new String('sRGB IEC61966-2.1');
    this._root.data['OutputIntents'] = [
      { Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: name, Info: name, DestOutputProfile: profile },
    ];
  }

  /** What pdfkit would hand on piece by piece, as a stream, is kept; texts are joined, since there are thousands. */
  override _write(data: string | Buffer): void {
    const text = this.unjoined ?? '';
    if (typeof data === 'string') {
      this.unjoined = `${text}${data}\n`;
      this._offset += data.length + 1;
      return;
    }
    this.chunks ??= [];
    this.chunks.push(Buffer.from(text, 'latin1'), data);
    this.unjoined = '';
    this._offset += data.length;
  }
}

const capitalised = (key: string): string => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** Half the time of zlib's usual level, and a hundredth more in size. */
export const packed = (content: string | Uint8Array): Buffer => deflateSync(content, { level: 4 });

/**
 * A name tree of one node, in the order of the names' bytes. pdfkit's own compares names as a language does, for which
 * Node loads much.
 */
export function nameTree(entries: readonly { readonly name: string; readonly to: object }[]): object {
  const named = entries.map(({ name, to }) => ({ bytes: pdfBytes(name), name: pdfString(name), to }));
  const sorted = named.sort((a, b) => (a.bytes < b.bytes ? -1 : 1));
  return finished(`<</Names[${sorted.map(({ name, to }) => `${name}${to}`).join(' ')}]>>`);
}

const isPlain = (text: string): boolean => /^[\w. -]*$/.test(text);

/** A text as PDF has it, a byte a character. */
const pdfBytes = (text: string): string =>
  isPlain(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`;

export const pdfString = (text: string): string =>
  isPlain(text) ? `(${text})` : `<${Buffer.from(pdfBytes(text), 'latin1').toString('hex')}>`;

/** Finished PDF, since pdfkit takes its time over hundreds of cells: it writes an object that it does not know as its text. */
export const finished = (text: string): { [key: string]: unknown } => ({
  [Symbol.toStringTag]: 'Finished',
  toString: () => text,
});

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold at all, and halves of surrogate pairs, become U+FFFD. */
const escapeXml = (value: string): string =>
  value
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/\p{Cs}|[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
