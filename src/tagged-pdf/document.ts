// All that pdfkit does not document is used in this file alone; its exact version is pinned, and a test tells whether
// the names still fit.
import { hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument, { type OutlineItem, type Reference, type StructureElement } from 'pdfkit';
import { srgbProfile, standards } from './archive.ts';
import type { Box, Size } from './box.ts';
import type { Tag } from './tag.ts';

export type PdfObject = Reference;
export type PdfElement = StructureElement;
export type PdfBookmark = OutlineItem;

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
  private readonly ids: { readonly name: string; readonly to: Reference }[] = [];
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

  /**
   * An element of the structure tree: `actual` is read aloud in place of what is drawn; a Figure is drawn in `box`.
   * Every element must be ended.
   */
  element(tag: Omit<Tag, 'parent'>, parent: StructureElement | null, actual?: string, box?: Box) {
    const element = this.struct(tag.type, { actual, alt: tag.alt });
    const { data } = element.dictionary;
    if (tag.id !== undefined) {
      data['ID'] = finished(pdfString(tag.id));
      this.ids.push({ name: tag.id, to: element.dictionary });
    }
    const attributes = attributesOf(tag, box === undefined ? 0 : this.page.height, box);
    if (attributes !== '') data['A'] = finished(`<<${attributes}>>`);
    if (parent === null) this.addStructure(element);
    else parent.add(element);
    return element;
  }

  /** A bookmark that leads to the page in hand, `top` below its upper edge. */
  bookmark(title: string, parent: OutlineItem | null, top: number): OutlineItem {
    // pdfkit counts `left` from the right edge.
    const place = { fit: false, top, left: this.page.width, expanded: true };
    return (parent ?? this.outline).addItem(title, place);
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
    this.getStructTreeRoot().data['IDTree'] = nameTree(this.ids);
    this.end();
    return this.written();
  }

  private written(): Buffer {
    return Buffer.concat([...(this.chunks ?? []), Buffer.from(this.unjoined ?? '', 'latin1')]);
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
    this._id = Buffer.from(this.identifier ?? hash('sha256', this.written(), 'buffer').subarray(0, 16));
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
const packed = (content: string | Uint8Array): Buffer => deflateSync(content, { level: 4 });

/**
 * A name tree of one node, in the order of the names' bytes. pdfkit's own compares names as a language does, for which
 * Node loads much.
 */
function nameTree(entries: readonly { readonly name: string; readonly to: Reference }[]): object {
  const named = entries.map(({ name, to }) => ({ bytes: pdfBytes(name), name: pdfString(name), to }));
  const sorted = named.sort((a, b) => (a.bytes < b.bytes ? -1 : 1));
  return finished(`<</Names[${sorted.map(({ name, to }) => `${name}${to}`).join(' ')}]>>`);
}

const isPlain = (text: string): boolean => /^[\w. -]*$/.test(text);

/** A text as PDF has it, a byte a character. */
const pdfBytes = (text: string): string =>
  isPlain(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`;

const pdfString = (text: string): string =>
  isPlain(text) ? `(${text})` : `<${Buffer.from(pdfBytes(text), 'latin1').toString('hex')}>`;

/** A Figure's box counts from the lower left corner of the page, which is `pageHeight` high. */
function attributesOf(tag: Omit<Tag, 'parent'>, pageHeight: number, box?: Box): string {
  const { type, scope, headers = [], colSpan, rowSpan, numbering } = tag;
  if (numbering !== undefined) return `/O/List/ListNumbering/${numbering}`;
  if (type === 'Figure' && box !== undefined) {
    const corners = [box.x, pageHeight - box.y - box.height, box.x + box.width, pageHeight - box.y];
    return `/O/Layout/Placement/Block/BBox[${corners.map((each) => each.toFixed(2)).join(' ')}]`;
  }
  const scoped = scope === undefined ? '' : `/Scope/${scope}`;
  const headed = headers.length === 0 ? '' : `/Headers[${headers.map(pdfString).join('')}]`;
  const spanned = colSpan === undefined ? '' : `/ColSpan ${colSpan}`;
  const lengthened = rowSpan === undefined ? '' : `/RowSpan ${rowSpan}`;
  const all = scoped + headed + spanned + lengthened;
  return all === '' ? '' : `/O/Table${all}`;
}

/** Finished PDF, since pdfkit takes its time over hundreds of cells: it writes an object that it does not know as its text. */
export const finished = (text: string): object => ({ [Symbol.toStringTag]: 'Finished', toString: () => text });

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold at all, and halves of surrogate pairs, become U+FFFD. */
const escapeXml = (value: string): string =>
  value
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/\p{Cs}|[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
