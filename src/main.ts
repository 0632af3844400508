import { runCommandLine } from './cli/command-line.ts';
import { commands, mainCommand } from './cli/commands/index.ts';
import { asksForJson, faultFields, logLine } from './cli/log-events.ts';
import { realWorld, type World } from './cli/world.ts';
import { withoutControlsInLines } from './danish/index.ts';
import { exitCode, InternalError, limitProblems, UserError } from './errors.ts';
import { whyUnread } from './file/index.ts';

/** Runs one command line (without node and script) and gives the exit code. */
export async function main(argv: readonly string[], world: World = realWorld()): Promise<number> {
  try {
    return await runCommandLine(argv, mainCommand, commands, world);
  } catch (fault) {
    return writeFault(userErrorOf(fault), argv, world);
  }
}

/**
 * The only place where faults become messages. Gives the exit code; a stack is shown only with --debug. The form is
 * looked up in `argv`, which may be what is wrong.
 */
function writeFault(fault: unknown, argv: readonly string[], world: World): number {
  const code = fault instanceof UserError || fault instanceof InternalError ? fault.code : exitCode.internal;
  const said = limitProblems()(fault instanceof UserError ? fault.message : internalMessage(fault));
  const message = withoutControlsInLines(said);
  const stack = argv.includes('--debug') && fault instanceof Error ? `\n${stackOf(fault)}` : '';
  if (asksForJson(argv)) world.stderr(logLine(faultFields(message + stack, code), world.now()));
  else world.stderr(`barometer-report: ${message}${stack}\n`);
  return code;
}

/** Faults of the system that can come anywhere and are the user's to mend, not the program's; others as they are. */
function userErrorOf(fault: unknown): unknown {
  const { syscall, code = '', path = '' } = fault as NodeJS.ErrnoException;
  if (fault instanceof UserError || !(fault instanceof Error)) return fault;
  if (syscall === 'uv_cwd')
    return new UserError(
      exitCode.noInput,
      'Mappen, du står i, findes ikke længere. Gå til en anden med cd, og kør igen.',
    );
  const reason = ['EMFILE', 'ENFILE', 'ENOMEM', 'EIO'].includes(code) ? whyUnread(fault) : null;
  return reason === null
    ? fault
    : new UserError(exitCode.noInput, `${path || 'En fil'} ${reason.why}. ${reason.remedy}`, { cause: fault });
}

function internalMessage(fault: unknown): string {
  const reason = fault instanceof Error ? fault.message || fault.name : String(fault);
  return `Fejl i programmet: ${reason}\nKør igen med --debug, og send udskriften til dem, der vedligeholder programmet.`;
}

function stackOf(fault: Error): string {
  const cause = fault.cause instanceof Error ? `\nÅrsag: ${stackOf(fault.cause)}` : '';
  return `${fault.stack ?? fault.message}${cause}`;
}
