import type { RunEvent, RunSummary } from '../batch/index.ts';
import { type Difference, differenceText } from '../report/index.ts';
import { dataText, summaryLine, warningsText } from './log-text.ts';

/** Fields of one line of --log json beside `tid`; docs/drift.md documents them. */
interface LogFields extends Readonly<Record<string, unknown>> {
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
function levelOf(event: RunEvent): LogFields['niveau'] {
  if (event.kind === 'report') return event.failure === null ? 'info' : 'fejl';
  if (event.kind === 'end') return event.summary.code === 0 ? 'info' : 'fejl';
  return ['start', 'change', 'site'].includes(event.kind) ? 'info' : 'advarsel';
}

/** The fields of an event. */
export const fieldsOf = (event: RunEvent): LogFields => ({
  ...{ niveau: levelOf(event), haendelse: kinds[event.kind] },
  ...ownFields(event),
});

const kinds: Readonly<Record<RunEvent['kind'], string>> = {
  ...{ start: 'start', data: 'data', warnings: 'advarsler', cleanup: 'oprydning', change: 'aendring' },
  ...{ report: 'rapport', site: 'websider', signal: 'signal', end: 'slut' },
};

const states = { written: 'skrevet', unchanged: 'uaendret', failed: 'fejl' };

/** Those that only events of this kind have. */
function ownFields(event: RunEvent): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case 'start':
      return { mappe: event.folder, antal: event.reports };
    case 'data':
      return { fejl: event.errors, besked: dataText(event.errors) };
    case 'warnings':
      return { antal: event.warnings, besked: warningsText(event.warnings) };
    case 'cleanup':
      return { filer: event.files };
    case 'change':
      return changeFields(event.difference);
    case 'report': {
      const { code, name, state, reason, sha256, bytes, pages, milliseconds } = event.entry;
      return {
        ...{ tilstand: states[state], kommunekode: code, navn: name, fil: event.path, sha256, bytes, sider: pages },
        ...{ millisekunder: milliseconds, ...(reason !== null && { besked: reason }) },
      };
    }
    case 'site': {
      const { written, unchanged, removed, bytes } = event.published;
      return { mappe: event.folder, skrevet: written, uaendret: unchanged, fjernet: removed, bytes };
    }
    case 'signal':
      return { signal: event.signal };
    case 'end':
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

const endFields = (summary: RunSummary) => ({
  kode: summary.code,
  mappe: summary.folder,
  skrevet: summary.written,
  uaendret: summary.unchanged,
  fejlet: summary.failed.map(({ name }) => name),
  ikkeProevet: summary.untried,
  stoppet: summary.stoppedBy === 'failure' ? 'fejl' : summary.stoppedBy,
  bytes: summary.bytes,
  millisekunder: Math.round(summary.milliseconds),
  besked: summaryLine(summary),
});
