import type { RunEvent, Summary } from '../../batch/events.ts';
import { summaryLine } from './summary-text.ts';

/** How much a text log says; `errors` is --stille. */
export type Loudness = 'all' | 'errors';

/** The lines of an event, without the program's name; none when there is nothing to say. */
export function textOf(event: RunEvent, loudness: Loudness, debug: boolean): string[] {
  if (event.kind === 'rapport' && event.fault !== null)
    return [event.fault.message, ...(debug && event.fault.stack !== null ? [event.fault.stack] : [])];
  if (event.kind === 'slut' && (event.summary.code !== 0 || loudness === 'all')) return endOf(event.summary);
  if (loudness === 'errors') return [];
  if (event.kind === 'data') return [dataText(event.errors)];
  if (event.kind === 'oprydning') return [`Ufærdige filer fra en afbrudt kørsel er fjernet: ${event.files}.`];
  if (event.kind === 'aendring') return [changeText(event.difference)];
  if (event.kind === 'signal') return [`${event.signal}: stopper, når de rapporter, der er i gang, er færdige.`];
  return [];
}

/** "Datasættet har 2 fejl. ..." */
export const dataText = (errors: number): string =>
  `Datasættet har ${errors} fejl. Rapporter, der har brug for de rækker, bliver ikke lavet; de andre er ikke berørt. Se fejlene med: barometer-report valider`;

/** One report needs no summary: it is there, or its fault was told. */
function endOf(summary: Summary): string[] {
  const { written, unchanged, failed, untried, manifestFault } = summary;
  const single = written + unchanged + failed.length + untried.length === 1;
  return single && manifestFault === null && untried.length === 0 ? [] : [summaryLine(summary)];
}

type Difference = Extract<RunEvent, { kind: 'aendring' }>['difference'];

/** "Ændret: Glostrup, Indikator 1.1, Aktuel status: "10 pct. point" er nu "11 pct. point"" */
export function changeText({ subject, table, row, column, before, after }: Difference): string {
  const place = [subject.name, row === '' ? table : row, column].join(', ');
  return `Ændret: ${place}: ${quoted(before)} er nu ${quoted(after)}`;
}

const quoted = (text: string | null): string =>
  text === null ? '(fandtes ikke)' : text === '' ? '(tom)' : `"${text}"`;
