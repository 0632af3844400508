import type { ManifestEntry, RunEvent, Summary } from '../batch/index.ts';
import { type Difference, differenceText } from '../report/index.ts';
import { dataText, summaryLine, warningsText } from './log-text.ts';

/** Fields of one line of --log json beside `tid`; docs/drift.md documents them. */
export interface LogFields extends Readonly<Record<string, unknown>> {
  readonly niveau: 'info' | 'advarsel' | 'fejl';
  readonly haendelse: string;
}

/** One line of --log json. */
export const logLine = (fields: LogFields, now: Date): string =>
  `${JSON.stringify({ tid: now.toISOString(), ...fields })}\n`;

/** True when a command line asks for --log json, whatever else is wrong with it. */
export const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, at) => word === '--log=json' || (word === '--log' && argv[at + 1] === 'json'));

/** A fault that ended the run before or beside its reports. */
export const faultFields = (message: string, code: number): LogFields => ({
  niveau: 'fejl',
  haendelse: 'fejl',
  kode: code,
  besked: message,
});

/** An event as fields. */
export function fieldsOf(event: RunEvent): LogFields {
  switch (event.kind) {
    case 'start':
      return { niveau: 'info', haendelse: 'start', mappe: event.folder, antal: event.reports };
    case 'data':
      return { niveau: 'advarsel', haendelse: 'data', fejl: event.errors, besked: dataText(event.errors) };
    case 'advarsler':
      return {
        niveau: 'advarsel',
        haendelse: 'advarsler',
        antal: event.warnings,
        besked: warningsText(event.warnings),
      };
    case 'oprydning':
      return { niveau: 'advarsel', haendelse: 'oprydning', filer: event.files };
    case 'aendring':
      return { niveau: 'info', haendelse: 'aendring', ...changeFields(event.difference) };
    case 'rapport':
      return { niveau: event.fault === null ? 'info' : 'fejl', haendelse: 'rapport', ...reportFields(event) };
    case 'signal':
      return { niveau: 'advarsel', haendelse: 'signal', signal: event.signal };
    case 'slut':
      return { niveau: event.summary.code === 0 ? 'info' : 'fejl', haendelse: 'slut', ...endFields(event.summary) };
  }
}

function changeFields(difference: Difference) {
  const { subject, table, row, column, kind, before, after } = difference;
  return {
    kommunekode: subject.code,
    navn: subject.name,
    tabel: table,
    felt: row,
    kolonne: column,
    art: kind,
    foer: before,
    nu: after,
    besked: differenceText(difference),
  };
}

function reportFields({ entry, path }: { readonly entry: ManifestEntry; readonly path: string }) {
  const { kode, navn, tilstand, grund, sha256, bytes, sider, millisekunder } = entry;
  return {
    ...{ tilstand, kommunekode: kode, navn, fil: path, sha256, bytes, sider, millisekunder },
    ...(grund === null ? {} : { besked: grund }),
  };
}

const endFields = (summary: Summary) => ({
  kode: summary.code,
  mappe: summary.folder,
  skrevet: summary.written,
  uaendret: summary.unchanged,
  fejlet: summary.failed.map(({ navn }) => navn),
  ikkeProevet: summary.untried,
  stoppet: summary.stoppedBy,
  bytes: summary.bytes,
  millisekunder: Math.round(summary.milliseconds),
  besked: summaryLine(summary),
});
