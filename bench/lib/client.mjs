// A peer as a child process that stays warm between rounds.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pinned } from './pin.mjs';

/** Starts `command` on one core; `render(code, file?)` gives `{ ms, size }`. */
export async function startPeer(command, cores = '0') {
  const [program, ...args] = pinned(command, cores);
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints = (complaints + chunk).slice(-2000);
  });
  child.on('error', (error) => {
    complaints += error.message;
  });
  child.stdin.on('error', () => {}); // a peer that has died is told by the end of its output
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(complaints.trim().split('\n').at(-1) || 'ended without an answer');
    return JSON.parse(value);
  };
  await next();
  return {
    render: (code, file) => {
      child.stdin.write(`${JSON.stringify({ code, file })}\n`);
      return next();
    },
    stop: () => child.stdin.end(),
  };
}
