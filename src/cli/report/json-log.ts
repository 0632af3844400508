import type { RunEvent } from '../../batch/events.ts';
import type { ManifestEntry } from '../../batch/manifest.ts';
import { summaryLine } from './summary-text.ts';
import { changeText, dataText } from './text-log.ts';

/** Fields of one line of --log json beside `tid`; docs/drift.md documents them. */
export type LogFields = { readonly niveau: 'info' | 'advarsel' | 'fejl'; readonly haendelse: string } & Record<
  string,
  unknown
>;

/** An event as fields; null when it is for the eye only. */
export function fieldsOf(event: RunEvent): LogFields | null {
  switch (event.kind) {
    case 'start':
      return {
        niveau: 'info',
        haendelse: 'start',
        mappe: event.folder,
        antal: event.reports,
        parallel: event.parallel,
      };
    case 'data':
      return { niveau: 'advarsel', haendelse: 'data', fejl: event.errors, besked: dataText(event.errors) };
    case 'oprydning':
      return { niveau: 'advarsel', haendelse: 'oprydning', filer: event.files };
    case 'aendring':
      return changeFields(event.difference);
    case 'rapport':
      return reportFields(event.entry, event.path);
    case 'signal':
      return { niveau: 'advarsel', haendelse: 'signal', signal: event.signal };
    case 'slut':
      return endFields(event);
    case 'undervejs':
      return null;
  }
}

/** A fault that ended the run before or beside its reports. */
export const faultFields = (message: string, code: number): LogFields => ({
  niveau: 'fejl',
  haendelse: 'fejl',
  kode: code,
  besked: message,
});

function changeFields(difference: Extract<RunEvent, { kind: 'aendring' }>['difference']): LogFields {
  const { subject, table, row, column, kind, before, after } = difference;
  return {
    niveau: 'info',
    haendelse: 'aendring',
    kommunekode: subject.code,
    navn: subject.name,
    tabel: table,
    felt: row,
    kolonne: column,
    art: kind,
    foer: before,
    nu: after,
    besked: changeText(difference),
  };
}

function reportFields(entry: ManifestEntry, path: string): LogFields {
  const { kode, navn, tilstand, grund, sha256, bytes, sider, millisekunder } = entry;
  return {
    niveau: tilstand === 'fejl' ? 'fejl' : 'info',
    haendelse: 'rapport',
    tilstand,
    kommunekode: kode,
    navn,
    fil: path,
    sha256,
    bytes,
    sider,
    millisekunder,
    ...(grund === null ? {} : { besked: grund }),
  };
}

function endFields({ summary }: Extract<RunEvent, { kind: 'slut' }>): LogFields {
  return {
    niveau: summary.code === 0 ? 'info' : 'fejl',
    haendelse: 'slut',
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
  };
}
