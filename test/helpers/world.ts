import { realWorld, type World } from '../../src/cli/world.ts';
import { main } from '../../src/main.ts';

/** A world whose streams are kept as text and whose signals are nobody's. */
export function fakeWorld(changes: Partial<World> = {}) {
  const streams = { stdout: '', stderr: '' };
  const world: World = {
    ...realWorld(),
    env: {},
    isTerminal: () => false,
    onSignal: () => () => {},
    exit: () => {},
    stdout: async (chunk) => {
      streams.stdout += String(chunk);
    },
    stderr: (text) => {
      streams.stderr += text;
    },
    ...changes,
  };
  return { world, streams };
}

/** Runs a command line in this process. */
export async function runHere(args: readonly string[]) {
  const { world, streams } = fakeWorld();
  return { code: await main(args, world), ...streams };
}
