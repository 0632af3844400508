// All that pdfkit does not document is used in this file alone; its exact version is pinned, and a test tells whether
// the names still fit.
import { hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument, { type AnnotationPart, type OutlineItem, type Reference } from 'pdfkit';
import { escapeXml, srgbProfile, standards } from './archive.ts';
import { type Described, is, kind, needed } from './properties.ts';
import type { Size } from './shapes.ts';
import { nameTree } from './syntax.ts';

export const infoParts = {
  title: needed(is.filled),
  author: is.text,
  subject: is.text,
  keywords: is.text,
  /** Name and version of the program that made it. */
  creator: is.text,
  producer: is.text,
  creationDate: needed(is.date),
};

/** What a file says of itself; pdfmake's names. The title stands in the window. */
export interface Info extends Described<typeof infoParts> {}

export const attachmentParts = {
  name: needed(is.filled),
  /** "text/csv" */
  type: needed(kind<string>((value) => /^[^\s/]+\/[^\s/]+$/.test(`${value}`))),
  description: needed(is.filled),
  content: needed(kind<string | Uint8Array>((value) => is.text(value) || value instanceof Uint8Array)),
};

/** A file inside the file, whose data it is made of. */
export interface Attachment extends Described<typeof attachmentParts> {}

/** A file that is PDF/A-3a and PDF/UA-1 in one; pdfkit knows one of them at a time, so their marks are written here. */
export class PdfFile extends PDFDocument {
  /** Of the object that pdfkit writes. Its constructor writes the head of the file, before there are fields. */
  private pieces: (string | Buffer)[] = [];
  /** All but streams: they go into a stream at the end, which pdfkit does not know. */
  private readonly objects: { readonly id: number; readonly text: string }[] = [];
  private operators = '';
  private readonly identifier: Uint8Array | undefined;

  /** `identifier`: sixteen bytes that tell files of different contents apart; else they follow from the file's own. */
  constructor(info: Info, language: string, identifier?: Uint8Array) {
    const said = Object.entries({ creator: 'tagged-pdf', producer: 'tagged-pdf', ...info });
    super({
      autoFirstPage: false,
      font: null,
      pdfVersion: '1.7',
      tagged: true,
      compress: false,
      lang: language,
      displayTitle: true,
      info: Object.fromEntries(
        said.flatMap(([key, value]) => (value === undefined ? [] : [[capitalised(key), value]])),
      ),
    });
    this.identifier = identifier;
  }

  /** `fonts` by the names that operators call them. */
  startPage({ width, height }: Size, fonts: Readonly<Record<string, Reference>>): void {
    this.addPage({ size: [width, height], margin: 0 });
    Object.assign(this.page.fonts, fonts);
  }

  /** Begins content of an element of the structure tree on the page in hand; it has a number there. */
  beginContent(type: string, element: Reference): { readonly page: Reference; readonly content: number } {
    const content = this.getStructParentTree().get(this.page.structParentTreeKey).push(element) - 1;
    this.addContent(`/${type} <</MCID ${content}>> BDC`);
    return { page: this.page.dictionary, content };
  }

  /** What pdfkit adds an annotation to: it leads to its element, which has it among its `kids`. */
  annotated(element: Reference, kids: string[]): AnnotationPart {
    const add = ({ annotationRef }: { readonly annotationRef: Reference }): void => {
      const key = this.createStructParentTreeNextKey();
      annotationRef.data['StructParent'] = key;
      this.getStructParentTree().add(key, element);
      kids.push(`<</Type/OBJR/Obj ${annotationRef}/Pg ${this.page.dictionary}>>`);
    };
    return { add };
  }

  /** A bookmark that leads to the page in hand, `top` below its upper edge. */
  bookmark(title: string, parent: OutlineItem | null, top: number): OutlineItem {
    // pdfkit counts `left` from the right edge.
    const place = { fit: false, top, left: this.page.width, expanded: true };
    return (parent ?? this.outline).addItem(title, place);
  }

  /** Ends an object by its text, finished PDF: pdfkit takes its time over one, and there are thousands of elements. */
  endAs({ id }: Reference, text: string): void {
    this.objects.push({ id, text });
  }

  object(data: object): Reference {
    const reference = this.ref(data);
    reference.end();
    return reference;
  }

  /** A stream of data that is packed already. */
  packedStream(data: object, packed: Buffer): Reference {
    const reference = this.ref({ ...data, Filter: 'FlateDecode' });
    reference.end(packed);
    return reference;
  }

  /** As pdfkit's `file`, without its checksum, which takes longer than all the rest. */
  private attached({ name, type, description, content }: Attachment): Reference {
    const bytes = Buffer.from(content as Uint8Array);
    const data = { Type: 'EmbeddedFile', Subtype: type.replace('/', '#2F') };
    const params = { Size: bytes.length, ModDate: this.info['CreationDate'] };
    const file = this.packedStream({ ...data, Params: params }, packed(bytes));
    return this.object({
      Type: 'Filespec',
      AFRelationship: 'Data',
      F: new String(name),
      UF: new String(name),
      Desc: new String(description),
      EF: { F: file, UF: file },
    });
  }

  /** Ends the document, with files inside it. */
  bytes(attachments: readonly Attachment[]): Buffer {
    const { data } = this._root;
    const files = attachments.map((each) => ({ name: each.name, to: this.attached(each) }));
    data['AF'] = files.map(({ to }) => to);
    (data['Names'] as Reference).data['EmbeddedFiles'] = nameTree(files);
    this.end();
    return this.withObjects();
  }

  /** The objects that are no streams, as one; then where all are, since pdfkit's table knows no stream of objects. */
  private withObjects(): Buffer {
    let length = 0;
    const starts = this.objects.map(({ id, text }) => {
      length += text.length + 1;
      return `${id} ${length - text.length - 1}`;
    });
    const head = `${starts.join(' ')} `;
    const content = Buffer.from(head + this.objects.map(({ text }) => text).join('\n'), 'latin1');
    const all = this.packedStream({ Type: 'ObjStm', N: this.objects.length, First: head.length }, packed(content));
    const written = this.read();
    const identifier = this.identifier ?? hash('sha256', written, 'buffer').subarray(0, 16);
    const ID = [Buffer.from(identifier), Buffer.from(identifier)];
    const start = this._offset;
    const last = all.id + 1;
    const rows = Buffer.alloc(7 * (last + 1));
    const row = (id: number, kind: number, place: number, index: number): void => {
      rows.writeUInt8(kind, 7 * id);
      rows.writeUInt32BE(place, 7 * id + 1);
      rows.writeUInt16BE(index, 7 * id + 5);
    };
    row(0, 0, 0, 0xffff);
    for (const [index, place] of this._offsets.entries()) if (place !== null) row(index + 1, 1, place, 0);
    for (const [index, { id }] of this.objects.entries()) row(id, 2, all.id, index);
    row(last, 1, start, 0);
    const table = { Type: 'XRef', Size: last + 1, W: [1, 4, 2], Root: this._root, Info: this._info, ID };
    this.packedStream(table, packed(rows));
    super._write(`startxref\n${start}\n%%EOF`);
    return Buffer.concat([written, this.read()]);
  }

  /** pdfkit writes an object in pieces, of which the second is its data, and says when it is done. */
  override _write(piece: string | Buffer): void {
    if (this.pieces === undefined) super._write(piece);
    else this.pieces.push(piece);
  }

  override _refEnd({ id, data }: Reference): void {
    if (data['Length'] === undefined) this.objects.push({ id, text: String(this.pieces[1]) });
    else {
      this._offsets[id - 1] = this._offset;
      for (const piece of this.pieces) super._write(piece);
    }
    this.pieces = [];
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
    const profile = this.packedStream({ N: 3 }, srgbProfile);
    const name = new String('sRGB IEC61966-2.1');
    this._root.data['OutputIntents'] = [
      { Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: name, Info: name, DestOutputProfile: profile },
    ];
  }
}

const capitalised = (key: string): string => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** Half the time of zlib's usual level, and a hundredth more in size. */
export const packed = (content: string | Uint8Array): Buffer => deflateSync(content, { level: 4 });
