import type { Subject } from '../report/index.ts';
import type { Format } from './file-name.ts';
import type { ManifestEntry } from './manifest.ts';
import type { Fault, PrintedFile } from './printer.ts';

/** What an entry says of any report, however it went. */
export interface EntryBase {
  readonly subject: Subject;
  readonly file: string;
  readonly format: Format;
  readonly edition: string;
  readonly milliseconds: number;
}

export const writtenEntry = (base: EntryBase, printed: PrintedFile, date: string): ManifestEntry => ({
  ...head(base),
  tilstand: 'skrevet',
  grund: null,
  sha256: printed.sha256,
  bytes: printed.bytes,
  sider: printed.pages,
  indhold: printed.content,
  udgave: base.edition,
  dato: date,
  ...tail(base),
});

/** The file is as an earlier run wrote it: so are its digest and date. */
export const unchangedEntry = (base: EntryBase, known: ManifestEntry): ManifestEntry => ({
  ...known,
  ...head(base),
  tilstand: 'uaendret',
  grund: null,
  ...tail(base),
});

export const failedEntry = (base: EntryBase, fault: Fault): ManifestEntry => ({
  ...head(base),
  tilstand: 'fejl',
  grund: fault.message,
  sha256: null,
  bytes: null,
  sider: null,
  indhold: null,
  udgave: base.edition,
  dato: null,
  ...tail(base),
});

const head = ({ subject, file, format }: EntryBase) => ({ kode: subject.code, navn: subject.name, fil: file, format });

const tail = ({ milliseconds }: EntryBase) => ({ millisekunder: Math.round(milliseconds), senesteKoersel: true });
