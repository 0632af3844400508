import type { RunEvent, Summary } from '../batch/index.ts';
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

/** How grave an event is. */
export function levelOf(event: RunEvent): LogFields['niveau'] {
  if (event.kind === 'rapport') return event.fault === null ? 'info' : 'fejl';
  if (event.kind === 'slut') return event.summary.code === 0 ? 'info' : 'fejl';
  return event.kind === 'start' || event.kind === 'aendring' ? 'info' : 'advarsel';
}

/** What an event has to say beside its level and its name. */
export function fieldsOf(event: RunEvent): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case 'start':
      return { mappe: event.folder, antal: event.reports };
    case 'data':
      return { fejl: event.errors, besked: dataText(event.errors) };
    case 'advarsler':
      return { antal: event.warnings, besked: warningsText(event.warnings) };
    case 'oprydning':
      return { filer: event.files };
    case 'aendring':
      return changeFields(event.difference);
    case 'rapport': {
      const { kode, navn, tilstand, grund, sha256, bytes, sider, millisekunder } = event.entry;
      const fields = { tilstand, kommunekode: kode, navn, fil: event.path, sha256, bytes, sider, millisekunder };
      return grund === null ? fields : { ...fields, besked: grund };
    }
    case 'signal':
      return { signal: event.signal };
    case 'slut':
      return endFields(event.summary);
  }
}

const changeFields = (difference: Difference) => ({
  kommunekode: difference.subject.code,
  navn: difference.subject.name,
  tabel: difference.table,
  felt: difference.row,
  kolonne: difference.column,
  art: difference.kind,
  foer: difference.before,
  nu: difference.after,
  besked: differenceText(difference),
});

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
