import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { limits } from '../limits.ts';
import { type ProblemText, wholeFile } from '../problem.ts';
import { UnreadableFile, unreadable, workbookTooLarge } from './file-problems.ts';

const CHUNK = 65_536;

/**
 * The parts of a workbook that hold its cells, in an archive without compression. Nothing that the workbook says of its
 * size is believed: throws `UnreadableFile` as soon as more comes out of it than a table should need.
 */
export function unpackWorkbook(bytes: Uint8Array, file: string): Uint8Array {
  try {
    const parts = unzip(bytes, file);
    for (const part of parts.values()) checkPart(part, file);
    return zipSync(Object.fromEntries(parts), { level: 0 });
  } catch (error) {
    throw error instanceof UnreadableFile ? error : unreadable(wholeFile(file), notAWorkbook);
  }
}

function unzip(bytes: Uint8Array, workbook: string): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let total = 0;
  const archive = new Unzip((file) => {
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error !== null) throw error;
      total += chunk.length;
      if (total > limits.workbook) throw unreadable(wholeFile(workbook), workbookTooLarge);
      chunks.push(chunk);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    archive.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  }
  return new Map([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}

/** Refuses what would take many times its bytes when it is read: elements, references and texts without an end. */
function checkPart(part: Uint8Array, file: string): void {
  const refuse = (text: ProblemText): never => {
    throw unreadable(wholeFile(file), text);
  };
  const text = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  const elements = /<(?:\w+:)?(?:(mergeCell)\b|\w+)|&/g;
  let [count, merges, last] = [0, 0, 0];
  for (let found = elements.exec(text); found !== null; found = elements.exec(text)) {
    if (found.index - last > limits.cellText || ++count > limits.workbookElements) refuse(workbookTooLarge);
    if (found[1] !== undefined && ++merges > limits.merges) refuse(tooManyMerged);
    if (found[0] !== '&') last = found.index;
  }
  if (text.length - last > limits.cellText) refuse(workbookTooLarge);
}

export const notAWorkbook: ProblemText = {
  rule: 'excel',
  message: 'Filen kan ikke læses som en Excel-fil (.xlsx).',
  remedy: 'Åbn filen i Excel, og gem den som "Excel-projektmappe (.xlsx)", eller hent den igen.',
};

export const tooManyMerged: ProblemText = {
  rule: 'excel',
  message: 'Arket har for mange flettede celler.',
  remedy: 'Ophæv fletningen af celler i Excel, eller hent tabellen som CSV.',
};
