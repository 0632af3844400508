/** The parts of pdfkit 0.19.1 that we use, documented ones and private ones. */
declare module 'pdfkit' {
  export interface Reference {
    readonly id: number;
    data: { [key: string]: unknown };
    write(chunk: string | Uint8Array): void;
    end(chunk?: Uint8Array): void;
  }

  export interface OutlineItem {
    addItem(title: string, options: object): OutlineItem;
  }

  /** What pdfkit adds an annotation to. */
  export interface AnnotationPart {
    add(part: { readonly annotationRef: Reference }): void;
  }

  export interface AnnotationOptions {
    Contents: object;
    structParent: AnnotationPart;
  }

  export default class PDFDocument {
    constructor(options: object);
    readonly outline: OutlineItem;
    readonly page: {
      readonly width: number;
      readonly height: number;
      readonly fonts: Record<string, Reference>;
      readonly content: Reference;
      readonly dictionary: Reference;
      readonly structParentTreeKey: number;
    };
    readonly info: Record<string, unknown>;
    addPage(options: object): this;
    addContent(operators: string): this;
    flushPages(): void;
    ref(data: object): Reference;
    getStructTreeRoot(): Reference;
    getStructParentTree(): { get(key: number): object[]; add(key: number, element: object): void };
    createStructParentTreeNextKey(): number;
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    link(x: number, y: number, width: number, height: number, url: string, options: AnnotationOptions): this;
    goTo(x: number, y: number, width: number, height: number, name: string, options: AnnotationOptions): this;
    appendXML(xml: string): void;
    endMetadata(): void;
    end(): void;
    _write(data: string | Buffer): void;
    _refEnd(reference: Reference): void;
    /** Gives all bytes that were written since it was last asked. */
    read(): Buffer;
    /** Bytes written so far, and where each object begins, by its number less one. */
    readonly _offset: number;
    readonly _offsets: (number | null)[];
    readonly _info: Reference;
    readonly _root: { readonly data: Record<string, unknown> };
  }
}
