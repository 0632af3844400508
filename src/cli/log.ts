import type { Command } from 'commander';
import { withoutControlsInLines } from '../danish/index.ts';
import { limitProblems, type UserError } from '../errors.ts';
import { choiceOption } from './command-line.ts';
import { type LogEvent, logLine, sayingOf } from './log-events.ts';
import { makeProgress } from './progress.ts';
import type { World } from './world.ts';

export interface LogOptions {
  readonly log: 'tekst' | 'json';
  readonly stille?: boolean;
  readonly debug?: boolean;
}

export const addLogOptions = (command: Command): Command =>
  command
    .option('-q, --stille', 'skriv kun fejl, og udelad filstier på stdout')
    .addOption(
      choiceOption('--log <format>', 'loggens format på stderr; json har én hændelse pr. linje', ['tekst', 'json']),
    );

export type Log = ReturnType<typeof makeLog>;

/**
 * Writes how a run goes: paths of files written to standard output, everything else to standard error in the form asked
 * for. With --stille only errors.
 */
export function makeLog({ log, stille: quiet = false, debug = false }: LogOptions, world: World) {
  const progress = log === 'tekst' && !quiet && world.isTerminal() ? makeProgress(world) : null;
  const limited = limitProblems();
  const above = progress?.above ?? ((write: () => void) => write());
  const writeText = (event: LogEvent, text: string): void => {
    if (progress?.show(event) === true) return;
    const failure = event.kind === 'report' ? event.failure : null;
    const said = failure === null ? [text] : [limited(text), (debug && failure.stack) || ''];
    const lines = said.filter(Boolean).map((line) => `barometer-report: ${withoutControlsInLines(line)}\n`);
    if (lines.length > 0) above(() => world.stderr(lines.join('')));
  };
  let output = Promise.resolve();
  const printPath = (path: string): void => {
    output = output.then(() => new Promise((resolve) => above(() => resolve(world.stdout(`${path}\n`)))));
    // A fault is thrown by `flushed`.
    output.catch(() => {});
  };
  return {
    onEvent: (event: LogEvent): void => {
      const { text, fields } = sayingOf(event);
      if (quiet && fields.niveau !== 'fejl') return;
      if (log === 'tekst') writeText(event, text);
      else world.stderr(logLine(fields, world.now()));
      if (event.kind === 'report' && event.entry.state === 'written') printPath(event.path);
    },
    /** Fulfilled when all paths so far are on standard output. Errors: `UserError` 73. */
    flushed: (): Promise<void> => output,
  };
}

/** Says on standard error why some of what was asked for is not there, each reason once. */
export function tellFaults(faults: readonly UserError[], { stderr }: Pick<World, 'stderr'>): void {
  for (const line of faults.map(({ message }) => message).map(limitProblems()))
    if (line !== '') stderr(`barometer-report: ${line}\n`);
}
