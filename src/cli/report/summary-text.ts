import type { Summary } from '../../batch/events.ts';
import { megabytes, reports, seconds } from './words.ts';

/** The end of a run in one line: what was written, what was not and why. */
export function summaryLine(summary: Summary): string {
  const { written, unchanged, failed, untried } = summary;
  const parts = [
    `${reports(written)} skrevet${summary.folder === null ? '' : ` til ${summary.folder}`}`,
    ...(unchanged > 0 ? [`${unchanged} uændret`] : []),
    ...(failed.length > 0 ? [`${failed.length} fejlet: ${failed.map(({ navn }) => navn).join(', ')}`] : []),
    ...(untried.length > 0 ? [`${untried.length} ikke prøvet: ${untried.join(', ')}`] : []),
  ];
  const size = written > 0 ? `, ${megabytes(summary.bytes)}` : '';
  const stopped = stopText(summary);
  return `${stopped}${parts.join('; ')} (${seconds(summary.milliseconds)}${size}).`;
}

function stopText({ stoppedBy, manifestFault }: Summary): string {
  const manifest = manifestFault === null ? '' : `${manifestFault} Manifestet er ikke ført til ende. `;
  if (stoppedBy === null) return manifest;
  const reasons = {
    fejl: 'ved første fejl',
    disk: 'fordi mappen ikke kan skrives',
    SIGINT: 'af SIGINT',
    SIGTERM: 'af SIGTERM',
  };
  return `Stoppet ${reasons[stoppedBy]}. ${manifest}`;
}

/** The end of a run as a small table for a terminal. */
export function summaryTable(summary: Summary): string {
  const { written, unchanged, failed, untried } = summary;
  const rate = summary.milliseconds > 0 ? Math.round((written * 1000) / summary.milliseconds) : 0;
  const rows: [string, string, string][] = [
    ['Skrevet', String(written), written > 0 ? `${megabytes(summary.bytes)} i ${summary.folder ?? ''}` : ''],
    ['Uændret', String(unchanged), ''],
    ['Fejlet', String(failed.length), failed.map(({ navn }) => navn).join(', ')],
    ['Ikke prøvet', String(untried.length), untried.join(', ')],
  ];
  const shown = rows.filter(([, count]) => count !== '0');
  const width = Math.max(0, ...shown.map(([, count]) => count.length));
  const lines = shown.map(([name, count, more]) => `${name.padEnd(11)}  ${count.padStart(width)}  ${more}`.trimEnd());
  const stopped = stopText(summary).trim();
  const time = `${'Tid'.padEnd(11)}  ${seconds(summary.milliseconds)}, ${rate} rapporter i sekundet`;
  return [...(stopped === '' ? [] : [stopped]), ...lines, time].join('\n');
}
