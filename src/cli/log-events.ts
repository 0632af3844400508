import type { PublishSummary, RunEvent, RunSummary } from '../batch/index.ts';
import { clean } from '../danish/index.ts';
import { differenceText } from '../report/index.ts';
import { megabytes, summaryLine } from './summary-text.ts';

/** What is said of a run beside what happens in it. */
export type LogEvent =
  | RunEvent
  /** The dataset has wrong rows. Reports that need them fail by name; the others do not show them. */
  | { readonly kind: 'data'; readonly errors: number }
  /** The reports that --forrige names are of no earlier edition; nothing is compared with them. */
  | { readonly kind: 'former'; readonly former: string; readonly edition: string }
  /** The dataset has warnings, with the former that an option names if any; comes last. */
  | { readonly kind: 'warnings'; readonly warnings: number; readonly former: string | null }
  /** The pages and data of an edition are there. */
  | { readonly kind: 'site'; readonly folder: string; readonly published: PublishSummary };

type Level = 'info' | 'advarsel' | 'fejl';

/** Fields of one line of --log json beside `tid`; docs/drift.md documents them. */
interface LogFields extends Readonly<Record<string, unknown>> {
  readonly niveau: Level;
  readonly haendelse: string;
}

export const logLine = (fields: LogFields, now: Date): string =>
  `${JSON.stringify({ tid: now.toISOString(), ...fields })}\n`;

/** True when a command line asks for --log json, whatever else is wrong with it. */
export const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, at) => word === '--log=json' || (word === '--log' && argv[at + 1] === 'json'));

/** A fault that ended the run before or beside its reports. */
export const faultFields = (message: string, code: number): LogFields => ({
  ...{ niveau: 'fejl', haendelse: 'fejl', kode: code, besked: message },
});

interface Entry<Event> {
  /** Its name in --log json. */
  readonly name: string;
  readonly level: Level | ((event: Event) => Level);
  /** For people, without the program's name; empty when there is nothing to say. */
  readonly text: (event: Event) => string;
  /** Those that only events of this kind have. */
  readonly fields: (event: Event, text: string) => object;
}

const entries: { readonly [Kind in LogEvent['kind']]: Entry<Extract<LogEvent, { kind: Kind }>> } = {
  start: {
    name: 'start',
    level: 'info',
    text: () => '',
    fields: ({ folder, reports }) => ({ mappe: folder, antal: reports }),
  },
  data: {
    name: 'data',
    level: 'advarsel',
    text: ({ errors }) =>
      `Datasættet har ${errors} fejl. Rapporter, der bruger de forkerte rækker, bliver ikke lavet. De øvrige er ikke berørt. Se fejlene med barometer-report valider og samme --data.`,
    fields: ({ errors }, besked) => ({ fejl: errors, besked }),
  },
  former: {
    name: 'forrige',
    level: 'advarsel',
    text: ({ former, edition }) =>
      `Rapporterne, som --forrige angiver, er fra udgaven ${clean(former)} og ikke tidligere end datasættet, ${edition}. om.html viser ikke, hvad der er ændret. Ret --forrige til forrige udgaves rapporter eller datasæt.`,
    fields: ({ former, edition }, besked) => ({ forrige: former, udgave: edition, besked }),
  },
  warnings: {
    name: 'advarsler',
    level: 'advarsel',
    text: ({ warnings, former }) =>
      `Datasættet har ${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'}. Se dem med barometer-report valider og samme --data${former === null ? '' : ` og ${former}`}.`,
    fields: ({ warnings }, besked) => ({ antal: warnings, besked }),
  },
  cleanup: {
    name: 'oprydning',
    level: 'advarsel',
    text: ({ files }) => `Ufærdige filer fra en afbrudt kørsel er fjernet: ${files}.`,
    fields: ({ files }) => ({ filer: files }),
  },
  change: {
    name: 'aendring',
    level: 'info',
    text: ({ difference }) => differenceText(difference),
    fields: ({ difference: { subject, table, row, column, kind, before, after } }, besked) => ({
      ...{ kommunekode: subject.code, navn: subject.name, tabel: table, felt: row, kolonne: column, art: kind },
      ...{ foer: before, nu: after, besked },
    }),
  },
  report: {
    name: 'rapport',
    level: ({ failure }) => (failure === null ? 'info' : 'fejl'),
    text: ({ failure }) => failure?.message ?? '',
    fields: ({ path, entry: { code, name, state, reason, sha256, bytes, pages, milliseconds } }) => ({
      ...{ tilstand: states[state], kommunekode: code, navn: name, fil: path, sha256, bytes, sider: pages },
      ...{ millisekunder: milliseconds, ...(reason !== null && { besked: reason }) },
    }),
  },
  site: {
    name: 'websider',
    level: 'info',
    text: ({ folder, published: { written, unchanged, removed, bytes } }) => {
      const parts = [
        `${written} ${written === 1 ? 'side eller datafil' : 'sider og datafiler'} skrevet til ${folder}`,
        ...(unchanged > 0 ? [`${unchanged} er uændrede`] : []),
        ...(removed > 0 ? [`${removed} fjernet, fordi de ikke længere hører til udgaven`] : []),
      ];
      return `${parts.join('; ')} (${megabytes(bytes)}).`;
    },
    fields: ({ folder, published: { written, unchanged, removed, bytes } }) => ({
      ...{ mappe: folder, skrevet: written, uaendret: unchanged, fjernet: removed, bytes },
    }),
  },
  signal: {
    name: 'signal',
    level: 'advarsel',
    text: ({ signal }) => `${signal}: kørslen stopper efter den rapport, der er i gang.`,
    fields: ({ signal }) => ({ signal }),
  },
  end: {
    name: 'slut',
    level: ({ summary }) => (summary.code === 0 ? 'info' : 'fejl'),
    // One report needs no summary: its path or its fault is there.
    text: ({ summary }) => (isOfOne(summary) ? '' : summaryLine(summary)),
    fields: ({ summary }) => ({
      ...{ kode: summary.code, mappe: summary.folder, skrevet: summary.written, uaendret: summary.unchanged },
      ...{ fejlet: summary.failed.map(({ name }) => name), ikkeProevet: summary.untried },
      ...{ stoppet: summary.stoppedBy === 'failure' ? 'fejl' : summary.stoppedBy, bytes: summary.bytes },
      ...{ millisekunder: Math.round(summary.milliseconds), besked: summaryLine(summary) },
    }),
  },
};

const states = { written: 'skrevet', unchanged: 'uaendret', failed: 'fejl' };

const isOfOne = ({ written, unchanged, failed, untried, manifestFault }: RunSummary): boolean =>
  written + unchanged + failed.length === 1 && untried.length === 0 && manifestFault === null;

/** What the log says of an event: its text, and the fields of its line as JSON. */
export function sayingOf<Event extends LogEvent>(event: Event): { readonly text: string; readonly fields: LogFields } {
  const { name, level, text, fields } = entries[event.kind] as Entry<LogEvent>;
  const said = text(event);
  const niveau = typeof level === 'string' ? level : level(event);
  return { text: said, fields: { niveau, haendelse: name, ...fields(event, said) } };
}
