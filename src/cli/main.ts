import { exitCode } from '../errors.ts';
import { fail } from './fail.ts';
import { parseCommandLine } from './parse.ts';
import { realWorld, type World } from './world.ts';

/** Runs one command line and gives the exit code. The only place where faults become messages. */
export async function main(argv: readonly string[], world: World = realWorld()): Promise<number> {
  let debug = argv.includes('--debug');
  try {
    const command = parseCommandLine(argv);
    if (command.name === 'text') {
      await world.stdout(command.text);
      return exitCode.ok;
    }
    debug = command.debug;
    return await command.run(world);
  } catch (fault) {
    return fail(fault, debug, world);
  }
}
