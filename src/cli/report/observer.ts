import type { RunEvent, Tell } from '../../batch/events.ts';
import type { World } from '../world.ts';
import { fieldsOf, type LogFields } from './json-log.ts';
import type { ReportOptions } from './options.ts';
import { summaryTable } from './summary-text.ts';
import { makeTerminal } from './terminal.ts';
import { textOf } from './text-log.ts';

/** Tells people and machines how a run goes. */
export interface Observer {
  readonly tell: Tell;
  /** Fulfilled when all paths told so far are on standard output. */
  readonly flushed: () => Promise<void>;
}

/** Where events go; `output` writes to standard output without spoiling what the log shows. */
interface Log {
  readonly tell: Tell;
  readonly output: (write: () => Promise<void>) => Promise<void>;
}

/** Paths of files written go to standard output, everything else to standard error in the form asked for. */
export function makeObserver(options: ReportOptions, world: World): Observer {
  const log = logOf(options, world);
  let output = Promise.resolve();
  return {
    tell: (event) => {
      log.tell(event);
      if (event.kind !== 'rapport' || event.entry.tilstand !== 'skrevet' || options.stille === true) return;
      output = output.then(() => log.output(() => world.stdout(`${event.path}\n`)));
      // Reported by `flushed`.
      output.catch(() => {});
    },
    flushed: () => output,
  };
}

function logOf(options: ReportOptions, world: World): Log {
  const output: Log['output'] = (write) => write();
  if (options.log === 'json') return { tell: jsonLog(options, world), output };
  if (options.stille !== true && world.isTerminal()) return terminalLog(options, world);
  return { tell: textLog(options, world), output };
}

/** One line of --log json. */
export const logLine = (fields: LogFields, world: World): string =>
  `${JSON.stringify({ tid: world.now().toISOString(), ...fields })}\n`;

function jsonLog({ stille }: ReportOptions, world: World): Tell {
  return (event) => {
    const fields = fieldsOf(event);
    if (fields !== null && (stille !== true || fields.niveau === 'fejl')) world.stderr(logLine(fields, world));
  };
}

const named = (lines: readonly string[]): string => lines.map((line) => `barometer-report: ${line}\n`).join('');

function textLog({ stille, debug }: ReportOptions, world: World): Tell {
  return (event) => {
    const lines = textOf(event, stille === true ? 'errors' : 'all', debug === true);
    if (lines.length > 0) world.stderr(named(lines));
  };
}

/** A single report gets no bar: it is done before it can be read. */
function terminalLog({ debug }: ReportOptions, world: World): Log {
  const terminal = makeTerminal(world);
  let several = false;
  const handlers: { [Kind in RunEvent['kind']]?: (event: Extract<RunEvent, { kind: Kind }>) => void } = {
    start: ({ reports }) => {
      several = reports > 1;
      if (several) terminal.started(reports);
    },
    undervejs: ({ name }) => several && terminal.done(name),
    slut: ({ summary }) => {
      terminal.clear();
      if (several) world.stderr(`${summaryTable(summary)}\n`);
    },
  };
  const tell: Tell = (event) => {
    const handler = handlers[event.kind] as ((event: RunEvent) => void) | undefined;
    if (handler !== undefined) return handler(event);
    const lines = textOf(event, 'all', debug === true);
    if (lines.length > 0) terminal.above(() => world.stderr(named(lines)));
  };
  const output: Log['output'] = (write) => new Promise((resolve) => terminal.above(() => resolve(write())));
  return { tell, output };
}
