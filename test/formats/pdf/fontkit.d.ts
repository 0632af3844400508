/** The little of fontkit that the tests use; it comes without types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly toSVG: () => string };
  }
  export interface Font {
    readonly glyphForCodePoint: (code: number) => Glyph;
  }
  export function create(bytes: Uint8Array): Font;
}
