import type { PublishSummary, RunEvent, RunSummary } from '../batch/index.ts';
import { differenceText } from '../report/index.ts';

/**
 * The texts of an event, without the program's name; none when there is nothing to say. A fault has its stack with
 * `debug`, and of its message what `limited` leaves.
 */
export function eventText(event: RunEvent, debug: boolean, limited: (message: string) => string): string[] {
  if (event.kind === 'report' && event.failure !== null)
    return [limited(event.failure.message), (debug && event.failure.stack) || ''].filter((text) => text !== '');
  if (event.kind === 'end') return endOf(event.summary);
  if (event.kind === 'data') return [dataText(event.errors)];
  if (event.kind === 'warnings') return [warningsText(event.warnings)];
  if (event.kind === 'cleanup') return [`Ufærdige filer fra en afbrudt kørsel er fjernet: ${event.files}.`];
  if (event.kind === 'change') return [differenceText(event.difference)];
  if (event.kind === 'site') return [siteText(event.folder, event.published)];
  if (event.kind === 'signal') return [`${event.signal}: kørslen stopper efter den rapport, der er i gang.`];
  return [];
}

/** "Datasættet har 2 fejl. ..." */
export const dataText = (errors: number): string =>
  `Datasættet har ${errors} fejl. Rapporter, der bruger de forkerte rækker, bliver ikke lavet. De øvrige er ikke berørt. Se fejlene med barometer-report valider og samme --data.`;

/** "Datasættet har 3 advarsler. ..." */
export const warningsText = (warnings: number): string =>
  `Datasættet har ${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'}. Se dem med barometer-report valider og samme --data.`;

/** "282 sider og datafiler skrevet til udgave ..." */
function siteText(folder: string, { written, unchanged, removed, bytes }: PublishSummary): string {
  const parts = [
    `${written} ${written === 1 ? 'side eller datafil' : 'sider og datafiler'} skrevet til ${folder}`,
    ...(unchanged > 0 ? [`${unchanged} er uændrede`] : []),
    ...(removed > 0 ? [`${removed} fjernet, fordi de ikke længere hører til udgaven`] : []),
  ];
  return `${parts.join('; ')} (${megabytes(bytes)}).`;
}

/** One report needs no summary: its path or its fault is there. */
function endOf(summary: RunSummary): string[] {
  const { written, unchanged, failed, untried, manifestFault } = summary;
  const single = written + unchanged + failed.length + untried.length === 1;
  return single && manifestFault === null && untried.length === 0 ? [] : [summaryLine(summary)];
}

/** The end of a run in one line: what was written, what was not and why. */
export function summaryLine(summary: RunSummary): string {
  const { written, unchanged, failed, untried, folder } = summary;
  const parts = [
    `${written} ${written === 1 ? 'rapport' : 'rapporter'} skrevet${folder === null ? '' : ` til ${folder}`}`,
    ...(unchanged > 0 ? [`${unchanged} ${unchanged === 1 ? 'er uændret' : 'er uændrede'}`] : []),
    ...(failed.length > 0 ? [`${failed.length} kunne ikke laves: ${namesOf(failed)}`] : []),
    ...(untried.length > 0 ? [`${untried.length} blev ikke nået: ${untried.join(', ')}`] : []),
  ];
  const size = written > 0 ? `, ${megabytes(summary.bytes)}` : '';
  return `${stopText(summary)}${parts.join('; ')} (${seconds(summary.milliseconds)}${size}).`;
}

/** The end of a run as a small table for a terminal. */
export function summaryTable(summary: RunSummary): string {
  const { written, unchanged, failed, untried, folder, milliseconds } = summary;
  const rows: [string, number, string][] = [
    ['Skrevet', written, `${megabytes(summary.bytes)} i ${folder ?? ''}`],
    ['Uændret', unchanged, ''],
    ['Ikke lavet', failed.length, namesOf(failed)],
    ['Ikke nået', untried.length, untried.join(', ')],
  ];
  const shown = rows.filter(([, count]) => count > 0);
  const width = Math.max(0, ...shown.map(([, count]) => String(count).length));
  const lines = shown.map(([name, count, more]) =>
    `${name.padEnd(10)}  ${String(count).padStart(width)}  ${more}`.trimEnd(),
  );
  const rate = milliseconds > 0 ? Math.round((written * 1000) / milliseconds) : 0;
  const speed = rate > 0 ? `, ${rate} ${rate === 1 ? 'rapport' : 'rapporter'} i sekundet` : '';
  const time = `${'Tid'.padEnd(10)}  ${seconds(milliseconds)}${speed}`;
  const stopped = stopText(summary).trim();
  return [...(stopped === '' ? [] : [stopped]), ...lines, time].join('\n');
}

function stopText({ stoppedBy, manifestFault }: RunSummary): string {
  const manifest = manifestFault === null ? '' : `${manifestFault} Manifestet er ikke skrevet færdigt. `;
  if (stoppedBy === null) return manifest;
  const reasons = {
    failure: ' ved første fejl',
    disk: ', fordi der ikke kan skrives i mappen',
    SIGHUP: ' af SIGHUP, fordi forbindelsen blev brudt',
    SIGINT: ' af SIGINT',
    SIGTERM: ' af SIGTERM',
  };
  return `Stoppet${reasons[stoppedBy]}. ${manifest}`;
}

const namesOf = (failed: RunSummary['failed']): string => failed.map(({ name }) => name).join(', ');

/** 948 ms → "0,9 sekunder" */
const seconds = (milliseconds: number): string => `${oneDecimal(milliseconds / 1000)} sekunder`;

/** 5912345 → "5,9 MB" (millions) */
const megabytes = (bytes: number): string => `${oneDecimal(bytes / 1e6)} MB`;

const oneDecimal = (value: number): string => value.toFixed(1).replace('.', ',');
