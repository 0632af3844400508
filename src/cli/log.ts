import type { RunEvent, Tell } from '../batch/index.ts';
import { limitProblems } from '../errors.ts';
import { fieldsOf, logLine } from './log-json.ts';
import { textOf } from './log-text.ts';
import { makeProgress } from './progress.ts';
import type { World } from './world.ts';

export interface LogOptions {
  readonly log: 'tekst' | 'json';
  readonly stille?: boolean;
  readonly debug?: boolean;
}

/** Tells people and machines how a run goes. */
export interface Log {
  readonly tell: Tell;
  /** Fulfilled when all paths told so far are on standard output. */
  readonly flushed: () => Promise<void>;
}

/** Paths of files written go to standard output, everything else to standard error in the form asked for. */
export function makeLog({ log, stille: quiet = false, debug = false }: LogOptions, world: World): Log {
  const progress = log === 'tekst' && !quiet && world.isTerminal() ? makeProgress(world) : null;
  const limited = limitProblems();
  const above = progress?.above ?? ((write: () => void) => write());
  const tellJson = (event: RunEvent): void => {
    const fields = fieldsOf(event);
    if (!quiet || fields.niveau === 'fejl') world.stderr(logLine(fields, world.now()));
  };
  const tellText = (event: RunEvent): void => {
    if (progress?.show(event) === true) return;
    const lines = textOf(event, { quiet, debug, limited }).map((line) => `barometer-report: ${line}\n`);
    if (lines.length > 0) above(() => world.stderr(lines.join('')));
  };
  let output = Promise.resolve();
  const printPath = (path: string): void => {
    output = output.then(() => new Promise((resolve) => above(() => resolve(world.stdout(`${path}\n`)))));
    // A fault is thrown by `flushed`.
    output.catch(() => {});
  };
  return {
    tell: (event) => {
      if (log === 'json') tellJson(event);
      else tellText(event);
      if (event.kind === 'rapport' && event.entry.tilstand === 'skrevet' && !quiet) printPath(event.path);
    },
    flushed: () => output,
  };
}
