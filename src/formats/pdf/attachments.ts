import { exitCode, UserError } from '../../errors.ts';
import { type AttachedFile, attachedFiles, UnreadablePdf } from '../../pdf-reader/index.ts';

/** Far beyond any report; keeps a file made to burst memory from doing so. */
const maxUnpacked = 32_000_000;

/**
 * The files attached to a PDF, in the order of their names. Errors: `UserError` 65 for what is no PDF, a damaged one,
 * or one without attachments.
 */
export function readAttachments(bytes: Uint8Array): AttachedFile[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.toString('latin1', 0, 5) !== '%PDF-') throw notWhole('Den er ikke en PDF.');
  if (!/startxref\s+\d{1,10}\s+%%EOF\s*$/.test(text.toString('latin1', bytes.length - 64))) {
    throw notWhole('Slutningen mangler.');
  }
  const files = filesIn(bytes);
  if (files.length === 0) throw notWhole('Den har ingen vedhæftede data.');
  return files;
}

const notWhole = (reason: string, cause?: unknown): UserError =>
  new UserError(
    exitCode.data,
    `Filen er ikke en hel PDF fra barometer-report: ${reason} Brug en rapport, som programmet selv har skrevet, og hent den igen, hvis den er beskadiget.`,
    { cause },
  );

function filesIn(bytes: Uint8Array): AttachedFile[] {
  try {
    return attachedFiles(bytes, maxUnpacked);
  } catch (cause) {
    if (!(cause instanceof UnreadablePdf)) throw cause;
    throw notWhole('Den er beskadiget, eller den er skrevet af et andet program.', cause);
  }
}
