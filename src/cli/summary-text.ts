import type { RunSummary } from '../batch/index.ts';

/** The end of a run in one line: what was written, what was not and why. */
export function summaryLine(summary: RunSummary): string {
  const { written, unchanged, failed, untried, folder } = summary;
  const parts = [
    `${written} ${written === 1 ? 'rapport' : 'rapporter'} skrevet til ${folder}`,
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
    ['Skrevet', written, `${megabytes(summary.bytes)} i ${folder}`],
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
export const megabytes = (bytes: number): string => `${oneDecimal(bytes / 1e6)} MB`;

const oneDecimal = (value: number): string => value.toFixed(1).replace('.', ',');
