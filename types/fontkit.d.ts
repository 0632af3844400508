/** The parts of fontkit 2.0.4 that we use; it comes without types. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly toSVG: () => string };
  }

  export interface Subset {
    includeGlyph(id: number): number;
    encode(): Uint8Array;
  }

  export interface Font {
    readonly type: string; // "TTF"
    readonly directory: { readonly tables: Readonly<Record<string, object>> };
    readonly variationAxes: object;
    readonly postscriptName: string | null;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    readonly 'OS/2': { readonly usWeightClass: number };
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): Glyph;
    getGlyph(id: number): Glyph;
    createSubset(): Subset;
  }

  export function create(bytes: Uint8Array): Font;
}
