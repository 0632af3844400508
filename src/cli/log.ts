import type { RunEvent } from '../batch/index.ts';
import { limitProblems } from '../errors.ts';
import { fieldsOf, levelOf, logLine } from './log-json.ts';
import { textOf } from './log-text.ts';
import { makeProgress } from './progress.ts';
import type { World } from './world.ts';

export interface LogOptions {
  readonly log: 'tekst' | 'json';
  readonly stille?: boolean;
  readonly debug?: boolean;
}

export type Log = ReturnType<typeof makeLog>;

/**
 * Tells people and machines how a run goes. Paths of files written go to standard output, everything else to standard
 * error in the form asked for. With --stille only errors are told.
 */
export function makeLog({ log, stille: quiet = false, debug = false }: LogOptions, world: World) {
  const progress = log === 'tekst' && !quiet && world.isTerminal() ? makeProgress(world) : null;
  const limited = limitProblems();
  const above = progress?.above ?? ((write: () => void) => write());
  const tellText = (event: RunEvent): void => {
    if (progress?.show(event) === true) return;
    const lines = textOf(event, debug, limited).map((line) => `barometer-report: ${line}\n`);
    if (lines.length > 0) above(() => world.stderr(lines.join('')));
  };
  let output = Promise.resolve();
  const printPath = (path: string): void => {
    output = output.then(() => new Promise((resolve) => above(() => resolve(world.stdout(`${path}\n`)))));
    // A fault is thrown by `flushed`.
    output.catch(() => {});
  };
  return {
    tell: (event: RunEvent): void => {
      const niveau = levelOf(event);
      if (quiet && niveau !== 'fejl') return;
      if (log === 'tekst') tellText(event);
      else world.stderr(logLine({ niveau, haendelse: event.kind, ...fieldsOf(event) }, world.now()));
      if (event.kind === 'rapport' && event.entry.tilstand === 'skrevet') printPath(event.path);
    },
    /** Fulfilled when all paths told so far are on standard output. */
    flushed: (): Promise<void> => output,
  };
}
