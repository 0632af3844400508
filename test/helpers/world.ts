import { realWorld, type World } from '../../src/cli/world.ts';

/** A world whose streams are kept, whose signals are nobody's, and which nothing ends. */
export function fakeWorld(changes: Partial<World> = {}) {
  const chunks: Buffer[] = [];
  const streams = { stdout: '', stderr: '' };
  const world: World = {
    ...realWorld(),
    env: {},
    isTerminal: () => false,
    columns: () => 80,
    onSignal: () => () => {},
    exit: (code) => {
      throw new Error(`The program would end the process with ${code}`);
    },
    stdout: async (chunk) => {
      streams.stdout += String(chunk);
      chunks.push(Buffer.from(chunk));
    },
    stderr: (text) => {
      streams.stderr += text;
    },
    ...changes,
  };
  return { world, streams, bytes: () => Buffer.concat(chunks) };
}
