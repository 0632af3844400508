// For a document: README.md has an example. `font-file.ts` is an entry of its own, since it loads fontkit.

export type { Content, ContentPicture, ContentRun, ContentStack, ContentTable, ContentText } from './content.ts';
export type { Attachment, Info } from './document.ts';
export { type Fault, TaggedPdfError } from './faults.ts';
export { Font, type FontChoice, Fonts, type Typeface } from './fonts.ts';
export type { Position, Shape, TextShape } from './shapes.ts';
export { type Tag, tag } from './tag.ts';
export { type Footer, renderTagged, type TaggedDocument } from './write.ts';

// For many documents of one layout, of which README.md has a section.

export { layOut, type Paper } from './layout.ts';
export { type DrawnPage, joined, type SlotValue, type SlotValues } from './page.ts';
export { type LineMetrics, type PreparedFontData, preparedFont } from './prepared-font.ts';
export { drawnText, unbroken } from './text.ts';
export { type FileOptions, writePages } from './write.ts';
