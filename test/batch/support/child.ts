import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../bin/barometer-report.js', import.meta.url));

/** A run of the program that is still on. */
export interface Child {
  readonly process: ChildProcess;
  /** Exit code, or the signal that ended it, and all it wrote. */
  readonly ended: Promise<{ code: number | NodeJS.Signals | null; stdout: string; stderr: string }>;
  /** Fulfilled when the log has told `count` reports; rejected when the run ends before. */
  readonly reports: (count: number) => Promise<void>;
}

/** Starts the built program with --log json. */
export function start(args: readonly string[]): Child {
  const child = spawn(process.execPath, [bin, ...args, '--log', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let heard = (): void => {};
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    heard();
  });
  const ended = new Promise<Awaited<Child['ended']>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? signal, stdout, stderr }));
  });
  const reports = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      heard = () => {
        if (stderr.split('"haendelse":"rapport"').length > count) resolve();
      };
      ended.then(() => reject(new Error(`The run ended too early: ${stderr}`)));
    });
  return { process: child, ended, reports };
}
