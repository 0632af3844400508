/** The parts of pdfkit 0.19.1 that we use, documented ones and private ones. */
declare module 'pdfkit' {
  export interface Reference {
    readonly data: Record<string, unknown>;
    write(chunk: string | Uint8Array): void;
    end(chunk?: Uint8Array): void;
  }

  export interface StructureContent {
    readonly refs: readonly object[];
  }

  export interface StructureElement {
    readonly dictionary: Reference;
    add(child: StructureElement | StructureContent): this;
    end(): void;
  }

  export interface OutlineItem {
    addItem(title: string, options: object): OutlineItem;
  }

  export interface AnnotationOptions {
    Contents: object;
    structParent: StructureElement;
  }

  export default class PDFDocument {
    constructor(options: object);
    readonly outline: OutlineItem;
    readonly page: {
      readonly width: number;
      readonly height: number;
      readonly fonts: Record<string, Reference>;
      readonly content: Reference;
    };
    readonly info: Record<string, unknown>;
    addPage(options: object): this;
    addContent(operators: string): this;
    flushPages(): void;
    ref(data: object): Reference;
    struct(type: string, options: { actual?: string | undefined; alt?: string | undefined }): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(type: string): StructureContent;
    endMarkedContent(): this;
    getStructTreeRoot(): Reference;
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    link(x: number, y: number, width: number, height: number, url: string, options: AnnotationOptions): this;
    goTo(x: number, y: number, width: number, height: number, name: string, options: AnnotationOptions): this;
    appendXML(xml: string): void;
    endMetadata(): void;
    end(): void;
    _write(data: string | Buffer): void;
    _offset: number;
    _id: Buffer;
    readonly _root: { readonly data: Record<string, unknown> };
  }
}
