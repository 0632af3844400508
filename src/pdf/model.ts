/**
 * A finished layout with its logical tree: what `renderPdf` turns into bytes. Lengths are points (1/72 inch);
 * `x`, `y` count from the top left corner of the page. Plain data, made once, never changed.
 */
export interface PdfDocument {
  readonly form: Form;
  readonly fills: Fills;
  readonly attachments: readonly Attachment[];
  readonly metadata: Metadata;
}

/**
 * All that many documents have in common, with fields where they differ. What is made of a form is remembered by its
 * identity, so that the second document of a form costs little more than its fields.
 */
export interface Form {
  readonly pages: readonly Page[];
  /** Role "Document". */
  readonly root: StructElement;
  readonly outline: readonly OutlineItem[];
}

/** What one document writes into the fields of its form: by name, one for each. */
export type Fills = ReadonlyMap<string, Fill>;

/** One line of text. Without text nothing is drawn, and `spoken` is for readers, who cannot see that it is empty. */
export interface Fill {
  readonly x: number;
  readonly text: string;
  readonly spoken: string | null;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Something drawn; in drawing order. Marks of one owner may stand on several lines and pages. */
export type Mark = TextMark | RectMark | EmptyMark | FieldMark;

/** One line of text: neighbouring runs of one font, size and colour are one text operator. `y` is the baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly runs: readonly TextRun[];
  readonly owner: Owner;
}

export interface TextRun {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly color: Color;
}

export interface RectMark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number; // top
  readonly width: number;
  readonly height: number;
  readonly color: Color;
  readonly owner: Owner;
}

/** Marked content that draws nothing: gives an element without visible text (an empty cell) its place on the page. */
export interface EmptyMark {
  readonly kind: 'empty';
  readonly owner: Content;
}

/** A line that each document of the form fills in for itself. `y` is the baseline. */
export interface FieldMark {
  readonly kind: 'field';
  /** Known by it in the form and in the fills. A field is content once; an artifact may repeat it. */
  readonly name: string;
  readonly y: number;
  readonly font: FontName;
  readonly size: number;
  readonly color: Color;
  readonly owner: Owner;
  /** Whether it may be without text: then it is all that its element has. */
  readonly mayBeBlank: boolean;
}

export type FontName = 'regular' | 'semibold';
export type Color = `#${string}`; // "#1a2b3c"
export type Owner = Content | Artifact;

/** A leaf of the logical tree that drawn marks belong to; known by identity. */
export interface Content {
  readonly kind: 'content';
}

export interface Artifact {
  readonly kind: 'artifact';
  readonly type: 'Pagination' | 'Layout' | 'Background';
  readonly subtype?: 'Header' | 'Footer';
}

export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Span'
  | 'Note'
  | 'Link'
  | 'Reference'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Lbl';

export interface StructElement {
  readonly kind: 'element';
  readonly role: Role;
  readonly children: readonly (StructElement | Content)[];
  readonly id?: string | undefined;
  /** Of a TH. */
  readonly scope?: 'Row' | 'Column' | 'Both' | undefined;
  /** Ids of the TH elements that a cell belongs to. */
  readonly headers?: readonly string[] | undefined;
  readonly colSpan?: number | undefined;
  /** Text for readers in place of content that draws nothing. */
  readonly actualText?: string | undefined;
  readonly title?: string | undefined;
  /** Of a Link: where its areas are and lead. */
  readonly link?: LinkTarget | undefined;
}

export interface LinkTarget {
  /** An address, or a place in the document. */
  readonly to: string | PagePlace;
  /** Description for readers, e.g. "Nøgletal 1 på integrationsbarometer.dk". */
  readonly contents: string;
  /** One area per line of the link's text. `page` counts from 0. */
  readonly areas: readonly {
    readonly page: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** `page` counts from 0, `y` from the page's top. */
export interface PagePlace {
  readonly page: number;
  readonly y: number;
}

export interface OutlineItem {
  readonly title: string;
  readonly page: number; // from 0
  readonly y: number;
  readonly children: readonly OutlineItem[];
}

/** A file inside the PDF, AFRelationship Data. */
export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface Metadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly creator: string; // "barometer-report 0.1.0"
  /** Day of generation, "2026-06-06". */
  readonly date: string;
  readonly language: string; // "da-DK"
}
