import { inflateSync } from 'node:zlib';
import { exitCode, UserError } from '../../errors.ts';

interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Far beyond any report; keeps a file made to burst memory from doing so. */
const maxUnpacked = 64 * 1024 * 1024;

/**
 * The files attached to a PDF, in the order of their names. Errors: `UserError` 65 for what is no PDF, a damaged one,
 * or one without attachments.
 */
export async function readAttachments(bytes: Uint8Array): Promise<AttachedFile[]> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.toString('latin1', 0, 5) !== '%PDF-') throw notWhole('Den er ikke en PDF.');
  if (!/startxref\s+\d{1,10}\s+%%EOF\s*$/.test(text.toString('latin1', bytes.length - 64))) {
    throw notWhole('Slutningen mangler.');
  }
  const files = await attached(bytes).catch((cause: unknown) => {
    throw notWhole('Den er beskadiget, eller den er skrevet af et andet program.', cause);
  });
  if (files.length === 0) throw notWhole('Den har ingen vedhæftede data.');
  return files;
}

const notWhole = (reason: string, cause?: unknown): UserError =>
  new UserError(
    exitCode.data,
    `Filen er ikke en hel PDF fra barometer-report: ${reason} Brug en rapport, som programmet selv har skrevet, og hent den igen, hvis den er beskadiget.`,
    { cause },
  );

async function attached(bytes: Uint8Array): Promise<AttachedFile[]> {
  // Loaded by runs that need it.
  const { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } = await import(
    '@cantoo/pdf-lib'
  );
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const tree = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  const names = tree?.lookupMaybe(PDFName.of('Names'), PDFArray);
  const files: AttachedFile[] = [];
  for (let index = 1; names !== undefined && index < names.size(); index += 2) {
    const specification = names.lookup(index, PDFDict);
    const name = specification.lookup(PDFName.of('UF'), PDFString, PDFHexString).decodeText();
    const stream = specification.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
    if (!(stream instanceof PDFRawStream)) throw new Error(`${name} has no contents.`);
    const content = inflateSync(stream.contents, { maxOutputLength: maxUnpacked });
    const size = stream.dict.lookup(PDFName.of('Params'), PDFDict).lookup(PDFName.of('Size'), PDFNumber).asNumber();
    if (content.length !== size) throw new Error(`${name} has another size than it says.`);
    files.push({ name, bytes: content });
  }
  return files;
}
