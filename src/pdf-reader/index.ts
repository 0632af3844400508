import { PdfDocument, PdfStream } from './document.ts';
import { type PdfDictionary, type PdfValue, UnreadablePdf } from './syntax.ts';

export { UnreadablePdf } from './syntax.ts';

export interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files of a PDF; more are none of a report's. */
const MOST_FILES = 100;

/**
 * The files attached to a PDF, in the order of their names; what they and all else that is read unpack to may be `budget`
 * bytes together. Throws `UnreadablePdf` for any PDF that it cannot read whole.
 */
export function attachedFiles(bytes: Uint8Array, budget: number): AttachedFile[] {
  try {
    const document = new PdfDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), budget);
    const names = document.dictionary(document.dictionary(document.trailer.get('Root')).get('Names') ?? new Map());
    const specifications = leavesOf(document, names.get('EmbeddedFiles') ?? new Map(), 0);
    if (specifications.length > MOST_FILES) throw new UnreadablePdf();
    return specifications.map(([name, specification]) => fileOf(document, name, document.dictionary(specification)));
  } catch (cause) {
    // Also what zlib throws, and `Buffer` for places that are none.
    throw cause instanceof UnreadablePdf ? cause : new UnreadablePdf(undefined, { cause });
  }
}

type NamedValue = readonly [name: string, value: PdfValue];

/** The names in a tree of them, with what each is the name of. */
function leavesOf(document: PdfDocument, tree: PdfValue, level: number): NamedValue[] {
  if (level > 4) throw new UnreadablePdf();
  const node = document.dictionary(tree);
  const kids = document.resolve(node.get('Kids'));
  if (Array.isArray(kids)) {
    if (kids.length > MOST_FILES) throw new UnreadablePdf();
    return kids.flatMap((kid) => leavesOf(document, kid, level + 1));
  }
  const pairs = document.resolve(node.get('Names'));
  if (!Array.isArray(pairs)) return [];
  return pairs.flatMap((value, i) => (i % 2 === 1 ? [[textOf(document, pairs[i - 1]), value] as const] : []));
}

function fileOf(document: PdfDocument, name: string, specification: PdfDictionary): AttachedFile {
  const stream = document.resolve(document.dictionary(specification.get('EF')).get('F'));
  if (!(stream instanceof PdfStream) || textOf(document, specification.get('UF')) !== name) throw new UnreadablePdf();
  const bytes = document.unpack(stream);
  const size = document.resolve(document.dictionary(stream.dictionary.get('Params')).get('Size'));
  if (bytes.length !== size) throw new UnreadablePdf();
  return { name, bytes };
}

/** A text: UTF-16 with its mark, or bytes of which the reports' names have only those of ASCII. */
function textOf(document: PdfDocument, value: PdfValue | undefined): string {
  const bytes = document.resolve(value);
  if (!Buffer.isBuffer(bytes)) throw new UnreadablePdf();
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0;
  return isWide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}
