/** The little of pdfmake that the guard uses; the package has no types of its own. */
declare module 'pdfmake' {
  const pdfmake: {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    createPdf(document: unknown): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}
