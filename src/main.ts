import { parseCommandLine } from './cli/command-line.ts';
import { commands, mainCommand } from './cli/commands/index.ts';
import { asksForJson, faultFields, logLine } from './cli/log-json.ts';
import { realWorld, type World } from './cli/world.ts';
import { exitCode, InternalError, limitProblems, UserError } from './errors.ts';

/** Runs one command line (without node and script) and gives the exit code. */
export async function main(argv: readonly string[], world: World = realWorld()): Promise<number> {
  // Until the command line is understood: what is wrong with it is told in the form that it asks for.
  let options: FaultOptions = { debug: argv.includes('--debug'), log: asksForJson(argv) ? 'json' : 'tekst' };
  try {
    const invocation = parseCommandLine(argv, mainCommand, commands);
    options = invocation.options;
    return await invocation.run(world);
  } catch (fault) {
    return tellFault(fault, options, world);
  }
}

interface FaultOptions {
  readonly debug?: boolean;
  readonly log?: string;
}

/** The only place where faults become messages. Gives the exit code; a stack is shown only with --debug. */
function tellFault(fault: unknown, { debug, log }: FaultOptions, world: World): number {
  const code = fault instanceof UserError || fault instanceof InternalError ? fault.code : exitCode.internal;
  const message = limitProblems()(fault instanceof UserError ? fault.message : internalMessage(fault));
  const stack = debug === true && fault instanceof Error ? `\n${stackOf(fault)}` : '';
  if (log === 'json') world.stderr(logLine(faultFields(message + stack, code), world.now()));
  else world.stderr(`barometer-report: ${message}${stack}\n`);
  return code;
}

function internalMessage(fault: unknown): string {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return `Fejl i programmet: ${reason}\nKør igen med --debug, og send udskriften til dem, der vedligeholder programmet.`;
}

function stackOf(fault: Error): string {
  const cause = fault.cause instanceof Error ? `\nÅrsag: ${stackOf(fault.cause)}` : '';
  return `${fault.stack ?? fault.message}${cause}`;
}
