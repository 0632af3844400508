import type { ProblemText } from '../problem.ts';

/** What this program reads a table from: text with separators, or an Excel workbook. */
export type SourceForm = 'text' | 'workbook';

/** Bytes of a file's beginning that tell its form. */
export const beginning = 2_048;

const fetchAgain = 'Hent som CSV eller Excel (.xlsx) fra Statistikbanken.';
const saveAgain = 'Gem som CSV eller Excel (.xlsx).';

const notATable = (message: string, remedy: string): ProblemText => ({ rule: 'filform', message, remedy });

const oldExcel = notATable(
  'Filen er en gammel Excel-fil (.xls), eller den er beskyttet med adgangskode.',
  'Gem som CSV eller Excel (.xlsx) uden adgangskode.',
);
const openDocument = notATable('Filen er et regneark i OpenDocument (.ods).', saveAgain);
const pdf = notATable('Filen er en PDF.', fetchAgain);
const px = notATable('Filen er en PX-fil (PC-Axis).', fetchAgain);
const json = notATable('Filen er JSON (fx JSON-stat).', fetchAgain);
const webPage = notATable('Filen er en webside eller XML, selv om den hedder som en tabel.', fetchAgain);

const zip = 'PK\u0003\u0004';

/** How the text files of other programs begin. */
const others: readonly (readonly [RegExp, ProblemText])[] = [
  [/^(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE)(?:\[[^\]]*\])?=/, px],
  [/^[[{]\s*["{[]/, json],
  [/^<(?:\?xml|!doctype|!--|html|head|meta|table|style)\b/i, webPage],
];

/** The form of a file that begins with `start`, or what it is instead and what to fetch. */
export function sourceForm(start: Uint8Array): SourceForm | ProblemText {
  const bytes = Buffer.from(start.subarray(0, beginning)).toString('latin1');
  if (bytes.startsWith('\u00d0\u00cf\u0011\u00e0')) return oldExcel;
  if (bytes.startsWith('%PDF')) return pdf;
  if (bytes.startsWith(zip)) return bytes.includes('mimetypeapplication/vnd.oasis') ? openDocument : 'workbook';
  const text = bytes.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  return others.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}
