/** The parts of pdfmake 0.3.11 that we use. */
declare module 'pdfmake/js/LayoutBuilder.js' {
  export default class LayoutBuilder {
    constructor(
      pageSize: { width: number; height: number },
      pageMargins: { left: number; right: number; top: number; bottom: number },
    );

    /** Where the content ends, once it is laid out. */
    readonly writer: { context(): { readonly y: number } };

    registerTableLayouts(layouts: object): void;

    layoutDocument(
      content: object[],
      document: { provideFont(name: string, bold: boolean, italics: boolean): object },
      styles: object,
      defaultStyle: object,
      background: null,
      header: null,
      footer: null,
      watermark: null,
      pageBreakBefore: (
        node: { headlineLevel?: number; startPosition: { top: number; pageNumber: number } },
        pages: {
          getFollowingNodesOnPage(): readonly object[];
          getPreviousNodesOnPage(): readonly { readonly stack: boolean }[];
        },
      ) => boolean,
    ): LaidPage[];
  }

  export interface LaidPage {
    readonly items: readonly ({ type: 'line'; item: LaidLine } | { type: 'vector'; item: LaidVector })[];
  }

  export interface LaidLine {
    readonly x: number;
    readonly y: number;
    readonly inlines: readonly LaidInline[];
    getHeight(): number;
    getAscenderHeight(): number;
  }

  /** A word, with all that its run has besides. */
  export interface LaidInline {
    readonly text: string;
    readonly x: number;
    readonly width: number;
    readonly fontSize: number;
    readonly color: string;
  }

  export type LaidVector =
    | { type: 'rect'; x: number; y: number; w: number; h: number; color: string; picture?: object }
    | { type: 'line'; x1: number; x2: number; y1: number; y2: number; lineWidth: number; lineColor: string };
}

declare module 'pdfmake/js/tableLayouts.js' {
  export const tableLayouts: object;
}
